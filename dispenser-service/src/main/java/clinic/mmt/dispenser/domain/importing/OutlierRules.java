package clinic.mmt.dispenser.domain.importing;

/**
 * What puts a line of an import on the page of outliers, beside the limits of treatment.
 *
 * @param highestPermille the highest doses of a file, so many thousandths of its lines
 * @param lowPermille a dose in maintenance below so many thousandths of the middle one
 * @param fromLines shares are looked at in files of so many lines or more
 * @param tenfoldFrom from so many times the last dose on it looks like ten times
 * @param endsWithinDays a prescription that ends within so many days is told
 * @param oldest whoever is older, in years, is told
 */
public record OutlierRules(
    int highestPermille,
    int lowPermille,
    int fromLines,
    int tenfoldFrom,
    int endsWithinDays,
    int oldest) {}
