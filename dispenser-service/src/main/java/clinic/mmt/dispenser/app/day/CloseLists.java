package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a close looks at besides the figures: who was not dosed, what ends, what is open. */
final class CloseLists {

  private static final int ENDING_WITHIN = 7;

  private final Reads reads;
  private final LocalDate day;
  private final Optional<FrozenDay> before;

  /** As of {@code day}, with the open items of the close before. */
  CloseLists(Reads reads, LocalDate day, Optional<FrozenDay> before) {
    this.reads = reads;
    this.day = day;
    this.before = before;
  }

  /** What was put on and read when the day was closed. */
  record Put(
      String seal, int storeTenths, List<CloseList.Weight> bottles, List<CloseList.Waste> waste) {}

  CloseList of(Put put) {
    return new CloseList(
        put.seal(),
        put.storeTenths(),
        put.bottles(),
        put.waste(),
        (int)
            reads.unended().stream()
                .filter(s -> s.phase().lane() != Phase.Lane.NONE)
                .filter(s -> !s.dose().day().isAfter(day))
                .count(),
        (int)
            reads.observations().stream()
                .flatMap(o -> reads.dose(o.dose()).stream())
                .filter(s -> !s.dose().day().isAfter(day))
                .count(),
        without(),
        reads.endingBy(day, day.plusDays(ENDING_WITHIN)).stream()
            .map(p -> new CloseList.Ending(p.patient(), p.lastDay()))
            .toList(),
        OpenItems.of(reads, day, before));
  }

  private List<CloseList.Without> without() {
    return reads.due(day).stream()
        .filter(due -> due.phase().map(p -> p.guard() != Phase.Guard.TAKEN).orElse(true))
        .filter(due -> !elsewhere(due.patient()))
        .map(due -> new CloseList.Without(due.patient(), why(due)))
        .toList();
  }

  /** Swallowed somewhere else, or went home in a bottle. */
  private boolean elsewhere(PatientId patient) {
    return reads.outside(patient, day).stream().anyMatch(dose -> dose.day().equals(day))
        || reads.takeHome().bottles(patient, day).stream()
            .anyMatch(b -> b.day().equals(day) && b.state().coversItsDay());
  }

  private CloseList.Why why(Due due) {
    return due.phase().map(CloseLists::why).orElseGet(() -> why(due.patient()));
  }

  private CloseList.Why why(PatientId patient) {
    if (reads.door().arrival(patient, day).isPresent()) {
      return CloseList.Why.CAME;
    }
    return reads.holds(patient).isEmpty() ? CloseList.Why.ABSENT : CloseList.Why.ON_HOLD;
  }

  private static CloseList.Why why(Phase phase) {
    return switch (phase) {
      case LEFT_BEFORE_POUR -> CloseList.Why.LEFT;
      case REFERRED, WAITING -> CloseList.Why.REFERRED;
      case REFUSED, DISCARDED -> CloseList.Why.NOT_TAKEN;
      case REVIEWING, VOIDED -> CloseList.Why.CAME;
      case ARMED,
          STARTING,
          POURING,
          STOPPED,
          SETTLING,
          TOP_UP,
          DISCREPANCY,
          MEASURED,
          HELD,
          OUTCOME_UNKNOWN,
          HANDED_OVER,
          CONSUMED,
          PARTLY_TAKEN,
          SPILLED,
          TAKEN_AWAY,
          UNCERTAIN ->
          CloseList.Why.NOT_SETTLED;
    };
  }
}
