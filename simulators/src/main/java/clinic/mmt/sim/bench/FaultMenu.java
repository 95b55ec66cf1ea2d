package clinic.mmt.sim.bench;

import clinic.mmt.sim.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which faults do something on which model; their table is in docs/simulators/README.md. */
public final class FaultMenu {

  private static final Set<String> SCALES_WITHOUT_ERRORS = Set.of("yaohua", "comma-stream");

  private FaultMenu() {}

  /** Whether this fault does something on this model. */
  public static boolean has(Model model, FaultKind kind) {
    return kind.suits(model.kind()) && !lacks(model, kind);
  }

  private static boolean lacks(Model model, FaultKind kind) {
    return switch (model) {
      case Model.NewEra pump -> kind == FaultKind.PUMP_ERROR || kind == FaultKind.NEWS_IN_ANSWER;
      case Model.Cavro pump -> kind == FaultKind.NEWS_IN_ANSWER;
      case Model.EzoPmp pump -> kind == FaultKind.WRONG_ADDRESS;
      case Model.Scale scale ->
          kind == FaultKind.SCALE_ERROR && SCALES_WITHOUT_ERRORS.contains(scale.word());
      case Model.Pn532 reader ->
          kind == FaultKind.LOST_START || kind == FaultKind.LOWER_CASE || kind == FaultKind.JITTER;
      case Model.RegloIcc pump -> false;
      case Model.Finger module -> false;
      case Model.Rdm6300 reader -> false;
      case Model.QrCdc scanner -> false;
    };
  }

  /** The whole menu of a model: its own faults, then those of its line. */
  public static List<FaultKind> of(Model model) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> has(model, kind))
        .sorted((one, other) -> Boolean.compare(one.isOfLine(), other.isOfLine()))
        .toList();
  }
}
