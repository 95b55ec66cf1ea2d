package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/** Following up, what later reports ask, and the clinic's days (R-40, R-97, R-117, H61). */
public sealed interface RecordFact extends Fact {

  /** Somebody tried to get in touch with a patient who stays away. */
  record ContactAttempted(ContactAttempt attempt) implements RecordFact {}

  /**
   * Something was done about a hand-over to after-care.
   *
   * @param leaving id of the completed leaving that opened it
   */
  record AfterCareNoted(String leaving, PatientId patient, AfterCare.Step step, StaffId by)
      implements RecordFact {}

  /** Where a patient lives from a day on. */
  record ResidenceNoted(Residence residence) implements RecordFact {}

  /** A patient's sex, for reports; a later note replaces it. */
  record SexNoted(PatientId patient, Sex sex) implements RecordFact {}

  /** What a urine test showed. */
  record UrineTested(UrineResult result) implements RecordFact {}

  /** How many patients a site is to have. */
  record QuotaSet(SiteQuota quota) implements RecordFact {}

  /** A clinic day was closed. */
  record DayClosed(DayClose close) implements RecordFact {}

  /**
   * Somebody says that it is still {@code day}, whatever the clock says: dosing goes on in it, and
   * no day begins until somebody confirms one (H60, H61).
   *
   * @param clock the day that the clock said
   */
  record DayHeld(LocalDate day, LocalDate clock, StaffId by) implements RecordFact {}
}
