package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The part of the views that knows who came, and what happened before anything was poured. */
public interface DoorViews {

  /** A patient came; one number per patient and day, one patient per number. */
  void arrived(Arrival arrival);

  /** Staff put somebody in front, or back; nothing for who has no number on that day. */
  void priority(PatientId patient, LocalDate day, boolean first);

  /** A patient was found not fit once more. */
  void foundNotFit(PatientId patient, LocalDate day, Optional<Instant> lookAgainAt);

  /** A counter sent a patient to a doctor. */
  void sentToDoctor(PatientId patient, LocalDate day, String why);

  /** A doctor has seen a patient whom a counter had sent. */
  void backFromDoctor(PatientId patient, LocalDate day);

  /** What a dose's move means for the queue. */
  static void moved(Fact.DoseMoved moved, DoorViews views) {
    Dose dose = moved.to().dose();
    if (moved.event().equals("found-not-fit")) {
      String again = moved.detail().getOrDefault("lookAgainAt", "");
      views.foundNotFit(
          dose.patient(),
          dose.day(),
          again.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(again)));
    }
    if (moved.to().phase() == Phase.REFERRED) {
      views.sentToDoctor(dose.patient(), dose.day(), moved.reason());
    }
  }
}
