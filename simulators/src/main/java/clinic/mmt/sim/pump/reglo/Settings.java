package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;

/** What the host sets on a channel; lost with the power unless saved. */
final class Settings {

  /** Widest tube, in hundredths of a millimetre, and the one it leaves the works with. */
  static final int WIDEST_TUBE = 317;

  static final int THINNEST_TUBE = 13;

  /** Fastest, in hundredths of a turn a minute. */
  static final int FASTEST = 10_000;

  /** The widest tube moves so much a turn: 35.7 mL/min at 100 turns a minute. */
  private static final double WIDEST_PICOLITRES_PER_TURN = 0.357e9;

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double HUNDREDTHS = 100;
  private static final int ROLLERS = 8;

  Mode mode = Mode.RPM;
  boolean clockwise = true;

  /** Picolitres a minute. */
  long flow = 10_000_000_000L;

  Volume volume = Volume.ofMicrolitres(1000);

  /** Hundredths of a turn a minute. */
  int speed = 2800;

  /** Tenths of a second. */
  long time = 100;

  /** Tenths of a second. */
  long pause = 10;

  int cycles = 1;
  int tube = WIDEST_TUBE;
  int backSteps;

  /** How much more a turn moves than the tube's table says. */
  double calibration = 1;

  Settings copy() {
    Settings copy = new Settings();
    copy.mode = mode;
    copy.clockwise = clockwise;
    copy.flow = flow;
    copy.volume = volume;
    copy.speed = speed;
    copy.time = time;
    copy.pause = pause;
    copy.cycles = cycles;
    copy.tube = tube;
    copy.backSteps = backSteps;
    copy.calibration = calibration;
    return copy;
  }

  /** By the table of tubes: goes with the square of the inside. */
  private double tablePicolitresPerTurn() {
    double ratio = tube / (double) WIDEST_TUBE;
    return WIDEST_PICOLITRES_PER_TURN * ratio * ratio;
  }

  double picolitresPerTurn() {
    return tablePicolitresPerTurn() * calibration;
  }

  /** Liquid that truly moves for what is counted; the widest tube is in the head. */
  double liquidPerCount() {
    return WIDEST_PICOLITRES_PER_TURN / picolitresPerTurn();
  }

  /** One roller's share of a turn. */
  Volume rollerStep() {
    return new Volume(Math.round(picolitresPerTurn() / ROLLERS));
  }

  void setRollerStep(Volume step) {
    calibration = (double) step.picolitres() * ROLLERS / tablePicolitresPerTurn();
  }

  /** Picolitres a minute at full speed, calibrated or by the table. */
  long fastestFlow(boolean calibrated) {
    double perTurn = calibrated ? picolitresPerTurn() : tablePicolitresPerTurn();
    return Math.round(perTurn * FASTEST / HUNDREDTHS);
  }

  /** What the mode asks for. */
  long picolitresPerSecond() {
    return switch (mode) {
      case RPM, TIME, TIME_PAUSE ->
          Math.round(picolitresPerTurn() * speed / HUNDREDTHS / SECONDS_PER_MINUTE);
      case FLOW, VOLUME_AT_RATE, VOLUME_PAUSE -> Math.round(flow / SECONDS_PER_MINUTE);
      case VOLUME_OVER_TIME ->
          time == 0 ? Long.MAX_VALUE / 100 : Math.round(volume.picolitres() * 10.0 / time);
    };
  }

  /** Where a run of this mode ends; zero = without limit. */
  Volume target() {
    return switch (mode) {
      case RPM, FLOW -> Volume.ZERO;
      case VOLUME_AT_RATE, VOLUME_OVER_TIME, VOLUME_PAUSE -> volume;
      case TIME, TIME_PAUSE -> new Volume(picolitresPerSecond() * time / 10);
    };
  }
}
