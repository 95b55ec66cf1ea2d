package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.EpisodeViews;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who came into care, moved and left. */
final class MemoryEpisodes extends MemoryRecords implements EpisodeViews, EpisodeReads {

  private final UndoMap<String, Movement> byId;
  private final UndoMap<PatientId, List<Movement>> ofPatient;
  private final UndoMap<PatientId, Movement> open;
  private final UndoMap<Away, Boolean> goesOn;

  private record Away(PatientId patient, LocalDate lastCovered) {}

  MemoryEpisodes(UndoMap.Undo undo) {
    super(undo);
    this.byId = new UndoMap<>(undo);
    this.ofPatient = new UndoMap<>(undo);
    this.open = new UndoMap<>(undo);
    this.goesOn = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(byId, ofPatient, open, goesOn, recorded());
  }

  @Override
  public void movement(Movement movement) {
    if (byId.has(movement.id())) {
      throw new ConstraintBroken(Constraints.MOVEMENT_NOTED_ONCE);
    }
    switch (movement.step()) {
      case Movement.Admitted admitted -> begin(movement);
      case Movement.Moved moved -> {}
      case Movement.Left left -> end(movement.patient());
    }
    byId.put(movement.id(), movement);
    List<Movement> longer = new ArrayList<>(movements(movement.patient()));
    longer.add(movement);
    ofPatient.put(movement.patient(), List.copyOf(longer));
  }

  private void begin(Movement admission) {
    if (open.has(admission.patient())) {
      throw new ConstraintBroken(Constraints.ONE_OPEN_EPISODE_PER_PATIENT);
    }
    open.put(admission.patient(), admission);
  }

  private void end(PatientId patient) {
    if (open.has(patient)) {
      open.remove(patient);
    }
  }

  @Override
  public void treatmentGoesOn(PatientId patient, LocalDate lastCovered) {
    goesOn.put(new Away(patient, lastCovered), true);
  }

  @Override
  public boolean goesOn(PatientId patient, LocalDate lastCovered) {
    return goesOn.has(new Away(patient, lastCovered));
  }

  @Override
  public Optional<Movement> movement(String id) {
    return byId.get(id);
  }

  @Override
  public List<AfterCare> afterCare() {
    return byId.values().stream().filter(MemoryEpisodes::completed).map(this::afterCare).toList();
  }

  private static boolean completed(Movement movement) {
    return movement.step() instanceof Movement.Left left && left.why() == Movement.Why.COMPLETED;
  }

  private AfterCare afterCare(Movement left) {
    return new AfterCare(left.id(), left.patient(), left.day(), steps(left.id()));
  }

  @Override
  public List<Movement> movements(PatientId patient) {
    return ofPatient.get(patient).orElse(List.of());
  }
}
