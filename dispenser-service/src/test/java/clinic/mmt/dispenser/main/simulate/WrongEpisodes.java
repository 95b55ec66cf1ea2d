package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The real reads of coming and going; a planted fault overrides what it reads wrongly. */
class WrongEpisodes implements EpisodeReads {

  private final EpisodeReads real;

  WrongEpisodes(EpisodeReads real) {
    this.real = real;
  }

  @Override
  public List<Movement> movements(PatientId patient) {
    return real.movements(patient);
  }

  @Override
  public Optional<Movement> movement(String id) {
    return real.movement(id);
  }

  @Override
  public boolean goesOn(PatientId patient, LocalDate lastCovered) {
    return real.goesOn(patient, lastCovered);
  }

  @Override
  public List<ContactAttempt> contacts(PatientId patient) {
    return real.contacts(patient);
  }

  @Override
  public List<AfterCare> afterCare() {
    return real.afterCare();
  }

  @Override
  public List<Residence> residences(PatientId patient) {
    return real.residences(patient);
  }

  @Override
  public Optional<Sex> sex(PatientId patient) {
    return real.sex(patient);
  }

  @Override
  public List<UrineResult> urine(PatientId patient) {
    return real.urine(patient);
  }

  @Override
  public List<SiteQuota> quotas() {
    return real.quotas();
  }

  @Override
  public Optional<DayClose> close(LocalDate day) {
    return real.close(day);
  }
}
