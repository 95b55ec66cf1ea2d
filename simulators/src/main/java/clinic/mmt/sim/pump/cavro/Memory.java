package clinic.mmt.sim.pump.cavro;

import java.util.EnumMap;
import java.util.Map;

/** Numbers a Cavro pump keeps: motion profile until power is lost, counters for ever. */
final class Memory {

  private static final int[] SPEEDS = {
    6000, 5600, 5000, 4400, 3800, 3200, 2600, 2200, 2000, 1800, 1600, 1400, 1200, 1000, 800, 600,
    400, 200, 190, 180, 170, 160, 150, 140, 130, 120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 18,
    16, 14, 12, 10
  };

  private final Map<Step.Setting, Integer> profile = new EnumMap<>(Step.Setting.class);
  private boolean microsteps;
  private int initialisations;
  private int plungerMoves;
  private int valveMoves;

  Memory() {
    forget();
  }

  /** Half increments a second of a speed code, 0 to 40. */
  static int speed(int code) {
    return SPEEDS[code];
  }

  /** The power is lost. */
  void forget() {
    microsteps = false;
    profile.put(Step.Setting.START_SPEED, 900);
    profile.put(Step.Setting.TOP_SPEED, 1400);
    profile.put(Step.Setting.CUTOFF_SPEED, 900);
    profile.put(Step.Setting.SLOPE, 14);
    profile.put(Step.Setting.BACKLASH, 12);
  }

  /** Another unit: nothing has been counted yet. */
  void clear() {
    forget();
    initialisations = 0;
    plungerMoves = 0;
    valveMoves = 0;
  }

  int get(Step.Setting setting) {
    return profile.getOrDefault(setting, 0);
  }

  /** The start and cut-off speeds never lie above the top speed. */
  void set(Step.Setting setting, int value) {
    profile.put(setting, value);
    int top = get(Step.Setting.TOP_SPEED);
    profile.merge(Step.Setting.START_SPEED, top, Math::min);
    profile.merge(Step.Setting.CUTOFF_SPEED, top, Math::min);
  }

  boolean microsteps() {
    return microsteps;
  }

  void setMicrosteps(boolean on) {
    microsteps = on;
  }

  int stroke() {
    return microsteps ? CavroType.STROKE * CavroType.MICROSTEPS : CavroType.STROKE;
  }

  void countInitialisation() {
    initialisations++;
  }

  void countPlungerMove() {
    plungerMoves++;
  }

  void countValveMove() {
    valveMoves++;
  }

  int initialisations() {
    return initialisations;
  }

  int plungerMoves() {
    return plungerMoves;
  }

  int valveMoves() {
    return valveMoves;
  }
}
