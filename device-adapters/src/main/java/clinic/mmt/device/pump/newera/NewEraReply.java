package clinic.mmt.device.pump.newera;

import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.StxFraming;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pump says: address (2 digits), status and data; or an alarm in place of both. NE-1000
 * manual, chapter "RS-232 communications".
 */
sealed interface NewEraReply extends Message {

  /** The protocol: counted frames of safe mode, and plain ones of basic mode on the way there. */
  Protocol<NewEraReply> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return StxFraming.idle();
        }

        @Override
        public Optional<NewEraReply> decode(Scan.Frame frame) {
          return NewEraReply.decode(frame);
        }
      };

  /** Whether it came with length and CRC, thus in safe mode. */
  boolean safe();

  /** Who answers, 0 to 99. */
  int address();

  /** The command is done; data of a query. */
  record State(boolean safe, int address, Status status, String data) implements NewEraReply {
    @Override
    public String meaning() {
      return "%02d%c%s".formatted(address, status.letter, data);
    }
  }

  /** The command is refused: {@code ?}, {@code ?NA}, {@code ?OOR}, {@code ?COM}, {@code ?IGN}. */
  record Refusal(boolean safe, int address, Status status, String code) implements NewEraReply {
    @Override
    public String meaning() {
      return "%02d%c%s".formatted(address, status.letter, code);
    }
  }

  /** An alarm, unasked or in place of the answer; then the command was not executed. */
  record Alarm(boolean safe, int address, PumpAlarm alarm) implements NewEraReply {
    @Override
    public String meaning() {
      return "%02dA?%c".formatted(address, letter(alarm));
    }
  }

  /** The status letter. */
  enum Status {
    INFUSING('I', PumpMotion.DISPENSING),
    WITHDRAWING('W', PumpMotion.WITHDRAWING),
    STOPPED('S', PumpMotion.STOPPED),
    PAUSED('P', PumpMotion.PAUSED),
    TIMED_PAUSE('T', PumpMotion.PAUSED),
    WAITING_FOR_TRIGGER('U', PumpMotion.PAUSED),
    PURGING('X', PumpMotion.PURGING);

    final char letter;
    final PumpMotion motion;

    Status(char letter, PumpMotion motion) {
      this.letter = letter;
      this.motion = motion;
    }

    /** Whether the motor may be turning. */
    boolean isMoving() {
      return this == INFUSING || this == WITHDRAWING || this == PURGING;
    }

    private static Status of(char letter) {
      for (Status status : values()) {
        if (status.letter == letter) {
          return status;
        }
      }
      throw new IllegalArgumentException("grammar and letters disagree: " + letter);
    }
  }

  /** Reads a frame by a strict grammar; anything else is no reply. */
  static Optional<NewEraReply> decode(Scan.Frame frame) {
    boolean safe = StxFraming.isCounted(frame.bytes());
    Matcher parts = Grammar.REPLY.matcher(frame.content().text());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int address = Integer.parseInt(parts.group("address"));
    String alarm = parts.group("alarm");
    if (alarm != null) {
      return Optional.of(new Alarm(safe, address, alarm(alarm.charAt(0))));
    }
    Status status = Status.of(parts.group("status").charAt(0));
    String code = parts.group("code");
    return Optional.of(
        code != null
            ? new Refusal(safe, address, status, code)
            : new State(safe, address, status, parts.group("data")));
  }

  private static PumpAlarm alarm(char letter) {
    for (PumpAlarm alarm : PumpAlarm.values()) {
      if (letter(alarm) == letter) {
        return alarm;
      }
    }
    throw new IllegalArgumentException("grammar and letters disagree: " + letter);
  }

  private static char letter(PumpAlarm alarm) {
    return switch (alarm) {
      case POWER_WAS_INTERRUPTED -> 'R';
      case MOTOR_STALLED -> 'S';
      case HOST_SILENT -> 'T';
      case PROGRAM_ERROR -> 'E';
      case PHASE_OUT_OF_RANGE -> 'O';
      case VALVE_BLOCKED, TOO_HOT, BAD_SUPPLY -> 0; // alarms of other pumps
    };
  }

  /** The grammar of a reply's text. */
  final class Grammar {
    private static final Pattern REPLY =
        Pattern.compile(
            "(?<address>\\d\\d)"
                + "(?:A\\?(?<alarm>[RSTEO])"
                + "|(?<status>[IWSPTUX])"
                + "(?:(?<code>\\?(?:NA|OOR|COM|IGN)?)|(?<data>[0-9A-Z.]{0,24})))");

    private Grammar() {}
  }
}
