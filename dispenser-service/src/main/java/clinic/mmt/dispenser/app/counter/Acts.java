package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Exactly what two persons sign: the kind of the act and its subject as it stands now. */
public final class Acts {

  private Acts() {}

  /** The act that a step on a dose in this state is, if it needs signatures. */
  public static Optional<ActKind> of(Step step, State state) {
    return switch (step) {
      case POUR -> Optional.of(ActKind.SECOND_LOOK);
      case AS_IT_IS -> Optional.of(ActKind.GIVE_LARGER_DIFFERENCE);
      case DISCARD -> Optional.of(ActKind.DISCARD_CUP);
      case UNKNOWN_IN_CUP, UNKNOWN_DRUNK, UNKNOWN_FOR_EVER -> Optional.of(ActKind.GIVE_UNKNOWN);
      case UNKNOWN_DISCARDED -> Optional.of(ActKind.DISCARD_UNKNOWN);
      case CORRECTION -> Optional.of(ActKind.LATE_CORRECTION);
      case POURED,
          NOT_FIT,
          CALL_DOCTOR,
          LEFT,
          REST,
          DRAWN_OFF,
          HOLD,
          HAND_OVER,
          SWALLOWED,
          PART_TAKEN,
          GIVEN_BACK,
          SPILLED,
          WALKED_OFF,
          NOT_SEEN,
          UNKNOWN_UNMOVED,
          VOMITED,
          WRONG_DOSE ->
          Optional.empty();
    };
  }

  /** The digest of an act on a dose; another step, state or amount is another act. */
  public static String digest(ActKind kind, Step step, State state, Map<String, String> amounts) {
    Dose dose = state.dose();
    return Digests.sha256(
        String.join(
            "\n",
            kind.name(),
            step.name(),
            amounts.getOrDefault("microlitres", "-"),
            amounts.getOrDefault("permille", "-"),
            dose.id().value(),
            state.phase().name(),
            dose.order().map(Order::volume).map(v -> v.microlitres() + "").orElse("-"),
            dose.weighing().map(w -> w.volume().microlitres() + "").orElse("-")));
  }

  /** The digest of an identity exception of one day at one station. */
  public static String identity(ActKind kind, StationId station, PatientId patient, LocalDate day) {
    return Digests.sha256(
        String.join("\n", kind.name(), station.value(), patient.value(), day.toString()));
  }
}
