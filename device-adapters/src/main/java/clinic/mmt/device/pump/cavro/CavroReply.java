package clinic.mmt.device.pump.cavro;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer: a status byte 01X0eeee and data. Tecan manual 733085, "Answer block". Only the answer
 * to {@code Q} tells truly whether the pump is busy; the error is always valid.
 *
 * @param ready not busy
 * @param error 0 none, 1 initialisation failed, 2 bad command, 3 bad operand, 4 bad sequence, 6
 *     EEPROM, 7 not initialised, 9 plunger overload, 10 valve overload, 11 move not allowed, 15
 *     busy
 */
record CavroReply(boolean ready, int error, String data) implements Message {

  static final int INITIALISATION_FAILED = 1;
  static final int NOT_INITIALISED = 7;
  static final int PLUNGER_OVERLOAD = 9;
  static final int VALVE_OVERLOAD = 10;
  static final int BUSY = 15;

  /** Without what looks like a second answer: the first then lost its end. */
  private static final Pattern ANSWER =
      Pattern.compile("0([@-O`-o])((?:(?!/0[@-O`-o])[ -~]){0,255})");

  private static final int READY_BIT = 0x20;
  private static final int ERROR_BITS = 0x0F;

  @Override
  public String meaning() {
    return (ready ? "ready " : "busy ") + error + (data.isEmpty() ? "" : " " + data);
  }

  /** What stands in the frame. */
  Octets content() {
    return Octets.ascii("0").plus(0x40 | (ready ? READY_BIT : 0) | error).plus(Octets.ascii(data));
  }

  /** Reads an answer by a strict grammar; anything else is none. */
  static Optional<CavroReply> decode(Scan.Frame frame) {
    Matcher parts = ANSWER.matcher(frame.content().text());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int status = parts.group(1).charAt(0);
    return Optional.of(
        new CavroReply((status & READY_BIT) != 0, status & ERROR_BITS, parts.group(2)));
  }

  /** Whether the command itself was refused: unknown, out of range or not in this place. */
  boolean isRefusal() {
    return data.isEmpty() && error >= 2 && error <= 4;
  }

  /** The error in the manual's words. */
  String errorText() {
    return error
        + switch (error) {
          case 0 -> " no error";
          case INITIALISATION_FAILED -> " initialisation failed";
          case 2 -> " bad command";
          case 3 -> " bad operand";
          case 4 -> " bad sequence";
          case 6 -> " EEPROM";
          case NOT_INITIALISED -> " not initialised";
          case PLUNGER_OVERLOAD -> " plunger overload";
          case VALVE_OVERLOAD -> " valve overload";
          case 11 -> " move not allowed";
          case BUSY -> " busy";
          default -> " unknown";
        };
  }
}
