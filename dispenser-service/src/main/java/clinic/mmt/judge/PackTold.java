package clinic.mmt.judge;

import java.util.List;

/**
 * A pack as another site really wrote it, or as it really read one of here.
 *
 * @param orders whether it is one of orders; else of doses
 * @param site the other site
 * @param number of the pack
 * @param digest SHA-256 of the file, hex
 * @param patients of an order pack: who is in it
 * @param doses of a dose pack: what it tells
 */
public record PackTold(
    boolean orders,
    String site,
    long number,
    String digest,
    List<String> patients,
    List<Dose> doses) {

  /** Copies the lists. */
  public PackTold {
    patients = List.copyOf(patients);
    doses = List.copyOf(doses);
  }

  /**
   * A dose that a pack tells.
   *
   * @param id at the site that gave it
   * @param patient whose, as the judged journal calls the person
   * @param day clinic day, as written
   * @param taken whether it is told as taken or in doubt
   * @param micrograms how much was taken
   */
  public record Dose(String id, String patient, String day, boolean taken, long micrograms) {}
}
