package clinic.mmt.dispenser.domain.profile;

import clinic.mmt.dispenser.domain.importing.OutlierRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All rule values of a country or site, with where each came from.
 *
 * @param name for example {@code VN-2024}
 * @param english its title
 * @param vietnamese its title
 * @param comparisonOnly nobody is dosed by it; {@code explain} may use it
 * @param rules the values for use
 * @param counter the values that a counter works with; none in a profile for comparison
 * @param outliers what puts a line of an import on the page of outliers; none in a profile for
 *     comparison
 * @param values the same for people to read and sign, in the order of the file
 */
public record RuleProfile(
    String name,
    String english,
    String vietnamese,
    boolean comparisonOnly,
    TreatmentRules rules,
    Optional<Profile> counter,
    Optional<OutlierRules> outliers,
    List<ProfileValue> values) {

  /** Copies the list. */
  public RuleProfile {
    values = List.copyOf(values);
  }

  /** What a doctor and the head have to sign or replace before a production site doses. */
  public List<ProfileValue> unconfirmed() {
    return values.stream().filter(value -> !value.confirmed()).toList();
  }

  /** What of that nobody has signed as it is written now. */
  public List<ProfileValue> unsigned(Collection<SignedValue> signed) {
    return unconfirmed().stream()
        .filter(value -> signed.stream().noneMatch(s -> signs(s, value)))
        .toList();
  }

  /** Whether a signature is for this value of this profile, with this text. */
  public boolean signs(SignedValue signed, ProfileValue value) {
    return signed.profile().equals(name)
        && signed.key().equals(value.key())
        && signed.text().equals(value.text());
  }
}
