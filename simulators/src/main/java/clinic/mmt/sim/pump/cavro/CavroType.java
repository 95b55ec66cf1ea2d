package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Volume;

/**
 * How a Cavro pump is built and plumbed.
 *
 * @param ports 3: valve with input, output and bypass; else the ports of a distribution valve
 * @param syringe volume of the full stroke
 * @param bottlePort of a distribution valve, the port whose tube hangs in the bottle
 * @param spoutPort of a distribution valve, the port of the line to the spout
 * @param tellsUninitialised whether every answer before initialisation carries error 7, else only
 *     the answer to a move does; the manual leaves both open
 */
public record CavroType(
    int ports, Volume syringe, int bottlePort, int spoutPort, boolean tellsUninitialised) {

  /** A valve with input, output and bypass. */
  static final int THREE_WAY = 3;

  /** Increments of a full stroke. */
  static final int STROKE = 3000;

  /** Microsteps of an increment with N1. */
  static final int MICROSTEPS = 8;

  /** Where a position of the valve leads. */
  enum Reach {
    BOTTLE,
    SPOUT,
    /** Input and output are joined past the syringe; the plunger can't move. */
    BYPASS,
    /** Neither bottle nor spout: air comes in, liquid goes to the waste. */
    ELSEWHERE
  }

  boolean isDistribution() {
    return ports != THREE_WAY;
  }

  /** The valve position that I without a number means. */
  int inputPosition() {
    return 1;
  }

  /** The valve position that O without a number means. */
  int outputPosition() {
    return isDistribution() ? ports : 2;
  }

  /** Highest number of a position: input, output, bypass and extra of a three-way valve. */
  int positions() {
    return isDistribution() ? ports : 4;
  }

  /** Where it leads; a three-way valve initialised with Y has its sides exchanged. */
  Reach reach(int position, boolean mirrored) {
    if (isDistribution()) {
      if (position == bottlePort) {
        return Reach.BOTTLE;
      }
      return position == spoutPort ? Reach.SPOUT : Reach.ELSEWHERE;
    }
    return switch (position) {
      case 1 -> mirrored ? Reach.SPOUT : Reach.BOTTLE;
      case 2 -> mirrored ? Reach.BOTTLE : Reach.SPOUT;
      case 3 -> Reach.BYPASS;
      default -> Reach.ELSEWHERE;
    };
  }

  /** The word ?6 tells. */
  String word(int position) {
    return isDistribution() ? Integer.toString(position) : letter(position);
  }

  private static String letter(int position) {
    return switch (position) {
      case 1 -> "i";
      case 2 -> "o";
      case 3 -> "b";
      default -> "e";
    };
  }
}
