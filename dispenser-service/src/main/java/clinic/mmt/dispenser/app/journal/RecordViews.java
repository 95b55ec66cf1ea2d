package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;

/** What is recorded beside the doses, for staff to follow up and for later reports. */
public interface RecordViews {

  /** Somebody tried to get in touch; a store refuses a second attempt under its id. */
  void contact(ContactAttempt attempt);

  /** Something was done about the hand-over that the leaving with this id opened. */
  void afterCare(String leaving, AfterCare.Step step);

  /** Where a patient lives from a day on; replaces what was noted for that day. */
  void residence(Residence residence);

  /** A patient's sex; replaces what was noted before. */
  void sex(PatientId patient, Sex sex);

  /** What a urine test showed; replaces what was noted under its id. */
  void urine(UrineResult result);

  /** How many patients a site is to have; replaces what was noted for that site and day. */
  void quota(SiteQuota quota);

  /** A clinic day was closed; a store refuses to close it twice. */
  void closed(DayClose close);
}
