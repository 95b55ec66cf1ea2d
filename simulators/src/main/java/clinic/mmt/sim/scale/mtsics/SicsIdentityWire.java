package clinic.mmt.sim.scale.mtsics;

import clinic.mmt.sim.scale.BalanceModel;
import java.util.ArrayList;
import java.util.List;

/** Answers of the inquiry commands I0 to I5. */
final class SicsIdentityWire {

  private static final List<String> LEVEL_0 =
      List.of("I0", "I1", "I2", "I3", "I4", "I5", "S", "SI", "SIR", "Z", "ZI", "@");
  private static final List<String> LEVEL_1 = List.of("SR", "T", "TA", "TAC", "TI");

  private SicsIdentityWire() {}

  /** The list of commands: every line but the last has status B. */
  static List<String> commandList() {
    List<String> lines = new ArrayList<>();
    LEVEL_0.forEach(command -> lines.add("I0 B 0 \"" + command + "\""));
    LEVEL_1.forEach(command -> lines.add("I0 B 1 \"" + command + "\""));
    lines.add(lines.removeLast().replace("I0 B", "I0 A"));
    return lines;
  }

  static String levels() {
    return "I1 A \"01\" \"2.30\" \"2.20\" \"\" \"\"";
  }

  static String typeAndCapacity(BalanceModel model, String name) {
    return "I2 A \"" + name + " " + SicsTextWire.weight(model.capacity(), model).strip() + "\"";
  }

  static String software() {
    return "I3 A \"1.00 SIM 0001\"";
  }

  static String serial(BalanceModel model) {
    return "I4 A \"" + model.serial() + "\"";
  }

  static String softwareId() {
    return "I5 A \"12345678A\"";
  }
}
