package clinic.mmt.sim.pump.cavro;

import java.util.Optional;

/** What the pump tells when asked. */
final class CavroReportsWire {

  private final CavroPump pump;

  CavroReportsWire(CavroPump pump) {
    this.pump = pump;
  }

  static boolean isReport(String data) {
    return data.startsWith("?") || data.matches("[QF&%#]R?");
  }

  /** Data of the answer; empty if there is no such report. */
  Optional<String> report(String question) {
    Memory memory = pump.memory();
    return Optional.ofNullable(
        switch (question) {
          case "Q" -> "";
          case "?" -> number(pump.commandedPosition());
          case "?1" -> number(memory.get(Step.Setting.START_SPEED));
          case "?2" -> number(memory.get(Step.Setting.TOP_SPEED));
          case "?3" -> number(memory.get(Step.Setting.CUTOFF_SPEED));
          case "?4" -> number(pump.encoderPosition());
          case "?6" -> pump.valveWord();
          case "?7" -> number(memory.get(Step.Setting.SLOPE));
          case "?10", "F" -> pump.hasProgram() ? "1" : "0";
          case "?12" -> number(memory.get(Step.Setting.BACKLASH));
          case "?13", "?14" -> "1";
          case "?15" -> number(memory.initialisations());
          case "?16" -> number(memory.plungerMoves());
          case "?17", "%" -> number(memory.valveMoves());
          case "?19" -> pump.isInitialised() ? "1" : "0";
          case "?20", "#" -> "0";
          case "?23", "&" -> pump.firmware();
          case "?28" -> memory.microsteps() ? "1" : "0";
          case "?76" -> configuration();
          default -> null;
        });
  }

  private String configuration() {
    String valve = pump.type().isDistribution() ? pump.type().ports() + "-Port" : "3-Port";
    return "XCalibur " + valve + " Valve, 3000 Increments, Full Stroke";
  }

  private static String number(int value) {
    return Integer.toString(value);
  }
}
