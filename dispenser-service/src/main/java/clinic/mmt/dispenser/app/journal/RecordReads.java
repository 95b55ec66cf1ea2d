package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is recorded beside the doses, for staff to follow up and for later reports. */
public interface RecordReads {

  /** Attempts to get in touch with a patient, in the order they were noted. */
  List<ContactAttempt> contacts(PatientId patient);

  /**
   * A hand-over for each completed leaving, in the order of leaving, whether or not anything was
   * done about it; a long read.
   */
  List<AfterCare> afterCare();

  /** Where a patient lived, by the first day. */
  List<Residence> residences(PatientId patient);

  /** A patient's sex, where it was noted. */
  Optional<Sex> sex(PatientId patient);

  /** Urine tests of a patient, by the day of the sample. */
  List<UrineResult> urine(PatientId patient);

  /** Quotas of all sites, by site and first day. */
  List<SiteQuota> quotas();

  /** Who closed a day; empty while nobody did. */
  Optional<DayClose> close(LocalDate day);
}
