package clinic.mmt.device.scale.mtsics;

import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.quantity.Mass;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a scale: an id, a status and what belongs to it. MT-SICS reference manual, levels 0 and
 * 1. Any number of spaces is accepted, quotes are optional.
 */
sealed interface SicsReply extends Message {

  /** The protocol. */
  Protocol<SicsReply> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return LineFraming.idle();
        }

        @Override
        public Optional<SicsReply> decode(Scan.Frame frame) {
          return SicsReply.decode(frame.content().text());
        }
      };

  /** The line, with single spaces. */
  @Override
  String meaning();

  /** Whether this line can be an answer to {@code command}. */
  boolean answers(String command);

  /**
   * A weight: {@code S S 100.00 g}.
   *
   * @param id the command it answers; {@code S} also for {@code SI}
   * @param status {@code S} stable, {@code D} dynamic, {@code A} a remembered weight
   * @param step the smallest step of this weight, by its decimals
   */
  record Weight(String meaning, String id, char status, Mass mass, Mass step) implements SicsReply {
    @Override
    public boolean answers(String command) {
      return id.equals(command) || (id.equals("S") && command.equals("SI"));
    }

    /** As the house reads it: only stable is stable (H26). */
    ScaleReading reading() {
      return new ScaleReading(mass, status == 'S');
    }
  }

  /** A status alone: {@code Z A}, {@code S +}, {@code T I}, {@code I4 L}. */
  record Status(String meaning, String id, char status) implements SicsReply {
    @Override
    public boolean answers(String command) {
      return id.equals(command) || (id.equals("S") && command.equals("SI"));
    }
  }

  /** Text: {@code I4 A "1234567"}; last is false while more lines follow ({@code B}). */
  record Text(String meaning, String id, boolean last, String text) implements SicsReply {
    @Override
    public boolean answers(String command) {
      return last && (id.equals(command) || (id.equals("I4") && command.equals("@")));
    }
  }

  /**
   * The scale can't take the command: {@code ES}, {@code ET}, {@code EL}, {@code S S Error 10b}.
   */
  record Failure(String meaning) implements SicsReply {
    @Override
    public boolean answers(String command) {
      return true;
    }
  }

  /** Reads a line by a strict grammar; anything else is no reply. */
  static Optional<SicsReply> decode(String line) {
    String folded = line.strip().replaceAll(" +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", " ");
    if (Grammar.FAILURE.matcher(folded).matches()) {
      return Optional.of(new Failure(folded));
    }
    Matcher weight = Grammar.WEIGHT.matcher(folded);
    if (weight.matches()) {
      return weight(folded, weight);
    }
    Matcher status = Grammar.STATUS.matcher(folded);
    if (status.matches()) {
      return Optional.of(new Status(folded, status.group(1), status.group(2).charAt(0)));
    }
    Matcher text = Grammar.TEXT.matcher(folded);
    return text.matches()
        ? Optional.of(
            new Text(
                folded, text.group(1), text.group(2).equals("A"), text.group(3).replace("\"", "")))
        : Optional.empty();
  }

  private static Optional<SicsReply> weight(String line, Matcher parts) {
    int decimals = Grammar.DECIMALS.getOrDefault(parts.group("unit"), 0);
    String number = parts.group("number");
    OptionalLong micrograms = Decimal.parse(number, 10, decimals);
    if (micrograms.isEmpty()) {
      return Optional.empty();
    }
    Mass mass = Mass.ofMicrograms(micrograms.getAsLong());
    return Optional.of(
        new Weight(
            line,
            parts.group("id"),
            parts.group("status").charAt(0),
            parts.group("sign").equals("-") ? mass.negated() : mass,
            step(number, decimals)));
  }

  private static Mass step(String number, int decimals) {
    int point = number.indexOf('.');
    int shown = point < 0 ? 0 : number.length() - point - 1;
    long micrograms = 1;
    for (int i = shown; i < decimals; i++) {
      micrograms *= 10;
    }
    return Mass.ofMicrograms(micrograms);
  }

  /** The grammar of a line whose spaces are folded. */
  final class Grammar {
    /** Decimals that make a microgram of the unit. */
    private static final Map<String, Integer> DECIMALS = Map.of("mg", 3, "g", 6, "kg", 9);

    private static final Pattern FAILURE = Pattern.compile("E[STL]|[A-Z]+ [A-Z] Error \\w{1,8}");
    private static final Pattern WEIGHT =
        Pattern.compile(
            "(?<id>S|SI|T|TI|TA) (?<status>[SDA]) (?<sign>-?)(?<number>[0-9.]{1,11})"
                + " (?<unit>mg|g|kg)");
    private static final Pattern STATUS = Pattern.compile("(SI?|ZI?|TI?|TAC?|I[0-5]) ([AIL+SD-])");
    private static final Pattern TEXT = Pattern.compile("(I[0-5]) ([AB]) (\\S.{0,120})");

    private Grammar() {}
  }
}
