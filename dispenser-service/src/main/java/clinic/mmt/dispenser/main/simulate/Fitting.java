package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.device.Pump;
import clinic.mmt.device.Scale;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.TakeHomeValues;
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Where the parts of a simulated clinic are put together. As it stands every part is the real one;
 * a test that plants a fault hands in one part that is wrong.
 */
public interface Fitting {

  /** The clinic as it is. */
  Fitting REAL = new Fitting() {};

  /** The rules that every clinic here begins with, read once; doses to take home are on. */
  TreatmentRules RULES = takingHome(ProfileFile.builtIn("VN-2024").rules());

  private static TreatmentRules takingHome(TreatmentRules r) {
    TakeHomeValues off = r.takeHome();
    TakeHomeValues on =
        new TakeHomeValues(
            true,
            off.days(),
            off.laterPart(),
            off.criteria(),
            off.emptiesFirst(),
            off.emergencyDays());
    return new TreatmentRules(
        r.resolution(),
        r.firstDose(),
        r.firstDoseWithReason(),
        r.firstDay(),
        r.rises(),
        r.ceiling(),
        r.lengths(),
        r.missed(),
        r.missedInPregnancy(),
        r.interval(),
        r.observation(),
        r.ages(),
        r.followUp(),
        r.secondDoses(),
        r.notices(),
        on);
  }

  /** The journal over an empty disk. */
  default MemoryJournal open(MemoryDisk disk, Executor executor, SaltSource salts) {
    return new MemoryJournal(disk, executor, salts);
  }

  /** The journal as one process sees it. */
  default Journal journal(Journal real) {
    return real;
  }

  /** The pump as the station sees it. */
  default Pump pump(Pump real) {
    return real;
  }

  /** The scale as the station sees it. */
  default Scale scale(Scale real) {
    return real;
  }

  /** The devices as the counter sees them. */
  default StationDevices devices(StationDevices real) {
    return real;
  }

  /** The people file as one process sees it. */
  default People people(People real) {
    return real;
  }

  /** The papers that are saved when the mains fail. */
  default PowerWatch.Copies papers(PowerWatch.Copies real) {
    return real;
  }

  /** The clinic's days, the last written one being {@code known}. */
  default ClinicCalendar calendar(
      Clock clock, ZoneId zone, Optional<LocalDate> known, Timers timers) {
    return ClinicCalendar.starting(clock, zone, known, timers);
  }

  /** The rule values. */
  default Profile profile() {
    return Profile.vietnamDraft();
  }

  /** The rules of treatment. */
  default TreatmentRules treatment() {
    return RULES;
  }
}
