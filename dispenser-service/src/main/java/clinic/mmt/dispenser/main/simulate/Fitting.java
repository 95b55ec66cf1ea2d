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
import clinic.mmt.dispenser.domain.profile.TreatmentRules;
import clinic.mmt.dispenser.main.importing.Looked;
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

  /** A file of patients as whoever takes it in is shown it. */
  default Looked looked(Looked real) {
    return real;
  }

  /** What the counter works with, as the file and those who change it have it. */
  default Profile profile(Profile real) {
    return real;
  }

  /** The rules of treatment, as the file and those who change it have them. */
  default TreatmentRules treatment(TreatmentRules real) {
    return real;
  }
}
