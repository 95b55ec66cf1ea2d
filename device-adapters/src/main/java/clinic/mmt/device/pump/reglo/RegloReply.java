package clinic.mmt.device.pump.reglo;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.RegloFraming;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Reglo ICC says: a status character, a line of data, or an event nobody asked for. Ismatec
 * manual 14-036-E, serial communication. Nothing in it says who answers.
 */
sealed interface RegloReply extends Message {

  /** The protocol. */
  Protocol<RegloReply> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return RegloFraming.idle();
        }

        @Override
        public Optional<RegloReply> decode(Scan.Frame frame) {
          return RegloReply.decode(frame.content().text());
        }
      };

  /** The bytes that say this. */
  Octets encoded();

  /** {@code *} done, {@code #} failed, {@code +} and {@code -} yes and no of a question. */
  record Status(char character) implements RegloReply {
    @Override
    public String meaning() {
      return "status " + character;
    }

    @Override
    public Octets encoded() {
      return Octets.of(character);
    }
  }

  /** An answer in words. */
  record Line(String text) implements RegloReply {
    @Override
    public String meaning() {
      return "line " + text;
    }

    @Override
    public Octets encoded() {
      return LineFraming.line(text);
    }
  }

  /**
   * A channel stopped by itself.
   *
   * @param cause {@code A} done, {@code B} calibration run done, {@code 1} stop key, {@code 2} too
   *     hot, {@code 3} too much current
   */
  record Stopped(int channel, char cause) implements RegloReply {
    @Override
    public String meaning() {
      return "stopped %d %c".formatted(channel, cause);
    }

    @Override
    public Octets encoded() {
      return LineFraming.line("^X%d|%c".formatted(channel, cause));
    }
  }

  /**
   * How far a channel is. The manual says of the volume that it is dispensed and, in an example,
   * that it is left: it is shown and never used.
   */
  record Progress(int channel, char state, long left, long volume, int cycles)
      implements RegloReply {
    @Override
    public String meaning() {
      return "progress %d %c left %d volume %d cycles %d"
          .formatted(channel, state, left, volume, cycles);
    }

    @Override
    public Octets encoded() {
      return LineFraming.line(
          "^U%d|%c|%010d|%010d|%04d".formatted(channel, state, left, volume, cycles));
    }
  }

  /** Reads an answer by a strict grammar; anything else is none. */
  static Optional<RegloReply> decode(String text) {
    if (text.length() == 1 && RegloFraming.isStatus(text.charAt(0))) {
      return Optional.of(new Status(text.charAt(0)));
    }
    Matcher stopped = Grammar.STOPPED.matcher(text);
    if (stopped.matches()) {
      return Optional.of(new Stopped(number(stopped, 1), stopped.group(2).charAt(0)));
    }
    Matcher progress = Grammar.PROGRESS.matcher(text);
    if (progress.matches()) {
      return Optional.of(
          new Progress(
              number(progress, 1),
              progress.group(2).charAt(0),
              Long.parseLong(progress.group(3)),
              Long.parseLong(progress.group(4)),
              number(progress, 5)));
    }
    return Grammar.LINE.matcher(text).matches() ? Optional.of(new Line(text)) : Optional.empty();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The grammar of an answer. */
  final class Grammar {
    private static final Pattern STOPPED = Pattern.compile("\\^X([1-8])\\|([AB123])");
    private static final Pattern PROGRESS =
        Pattern.compile("\\^U([1-8])\\|([A-E])\\|([0-9]{10})\\|([0-9]{10})\\|([0-9]{4})");
    private static final Pattern LINE = Pattern.compile("[0-9A-Za-z][ -~]{0,79}");

    private Grammar() {}
  }
}
