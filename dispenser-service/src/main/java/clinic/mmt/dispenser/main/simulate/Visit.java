package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One patient at one counter, from the door to the swallow, with what goes wrong this time. */
final class Visit {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  final int number;
  final PatientId patient;
  final Dice dice;
  private final EnumSet<FaultKind> faults = EnumSet.noneOf(FaultKind.class);

  /** Stands at the counter. */
  boolean here = true;

  /** Whether this is a second coming, which ought to end with a no. */
  boolean again;

  /** Nothing more is wanted of this visit. */
  boolean done;

  Optional<DoseId> dose = Optional.empty();
  Optional<Cup> inHand = Optional.empty();
  boolean drank;
  int commands;
  int shows;
  int tries;
  long drunkMicrolitres;
  private String notice = "";
  String phase = "";
  long phaseNanos;
  long beganNanos;

  /** Nothing is done for this visit before. */
  long busyUntilNanos;

  /** Somebody else who reaches for the cup. */
  Optional<PatientId> reaching = Optional.empty();

  Visit(int number, PatientId patient, Dice dice, Set<FaultKind> faults) {
    this.number = number;
    this.patient = patient;
    this.dice = dice;
    this.faults.addAll(faults);
  }

  /** Whether this goes wrong now; each does once. */
  boolean takes(FaultKind kind) {
    return faults.remove(kind);
  }

  Set<FaultKind> faults() {
    return faults;
  }

  /** The station says this; true when it said something else before. */
  boolean lastNotice(String code) {
    boolean other = !notice.equals(code);
    notice = code;
    return other;
  }

  boolean noticed(String... codes) {
    return List.of(codes).contains(notice);
  }

  /** Whose cup this is; an empty one is of the dose it was put there for. */
  String doseOf(Cup cup) {
    return cup.dose().isEmpty() ? dose.map(DoseId::value).orElse("") : cup.dose();
  }

  static String card(int number) {
    return "00" + HEX.toHexDigits(number + 1);
  }
}
