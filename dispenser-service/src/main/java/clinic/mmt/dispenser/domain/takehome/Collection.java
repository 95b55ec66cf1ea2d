package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Bottles went out of the house, all of them scanned (H106).
 *
 * @param id of the collection
 * @param patient whose doses they are
 * @param day clinic day
 * @param labels of all bottles, as scanned
 * @param representative who took them for a patient in hospital; empty: the patient
 * @param by who handed them over
 */
public record Collection(
    String id,
    PatientId patient,
    LocalDate day,
    List<BottleId> labels,
    Optional<Representative> representative,
    StaffId by) {

  /** Copies the list. */
  public Collection {
    labels = List.copyOf(labels);
  }

  /**
   * Somebody who collects for a patient in hospital.
   *
   * @param who name and paper of the person, as on the forms
   * @param form04 number of the request, confirmed by the hospital; empty: there is none
   * @param confirmedBy who in the hospital confirmed it
   * @param form05 number of the commitment, in two copies; empty: there is none
   * @param tight labels of the bottles that carry form 06 and were found tight
   */
  public record Representative(
      String who, String form04, String confirmedBy, String form05, List<BottleId> tight) {

    /** Copies the list. */
    public Representative {
      tight = List.copyOf(tight);
    }

    @Override
    public String toString() {
      return "Representative[•••]";
    }
  }

  @Override
  public String toString() {
    return "Collection[•••]";
  }
}
