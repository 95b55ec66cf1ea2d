package clinic.mmt.device.scale.comma;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.TextLineFraming;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a comma stream: status, kind, sign and digits, unit. Field widths vary. CAS scales have
 * two bytes of any value, device id and lamp, before the weight.
 */
sealed interface CommaLine extends Message {

  /** The protocol. */
  Protocol<CommaLine> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return TextLineFraming.idle();
        }

        @Override
        public Optional<CommaLine> decode(Scan.Frame frame) {
          return CommaLine.decode(frame.content().text());
        }
      };

  /** The line with single spaces; bytes that are no ASCII as {@code <81>}. */
  @Override
  String meaning();

  /** A gross or net weight. */
  record Weight(String meaning, Gross gross) implements CommaLine {}

  /** The tare, a weight in pounds, or another line that is right and of no use here. */
  record Other(String meaning) implements CommaLine {}

  /** Beyond the range, whatever the digits say. */
  record Overload(String meaning) implements CommaLine {}

  /** Reads a line by a strict grammar; anything else is none. */
  static Optional<CommaLine> decode(String line) {
    Matcher plain = Grammar.PLAIN.matcher(line);
    if (plain.matches()) {
      return read(line, plain);
    }
    Matcher cas = Grammar.CAS.matcher(line);
    return cas.matches() ? read(line, cas) : Optional.empty();
  }

  private static Optional<CommaLine> read(String line, Matcher parts) {
    String told = told(line);
    boolean pounds = parts.group("unit").equals("lb");
    Optional<Gross> gross =
        WeightText.read(
            parts.group("sign").equals("-"),
            parts.group("digits"),
            pounds ? "kg" : parts.group("unit"),
            parts.group("status").equals("ST"));
    if (gross.isEmpty()) {
      return Optional.empty();
    }
    if (parts.group("status").equals("OL")) {
      return Optional.of(new Overload(told));
    }
    boolean other = pounds || parts.group("kind").equals("TR");
    return Optional.of(other ? new Other(told) : new Weight(told, gross.get()));
  }

  private static String told(String line) {
    StringBuilder told = new StringBuilder();
    for (char next : line.replaceAll(" +", " ").toCharArray()) {
      boolean shown = next >= 0x20 && next < 0x7F;
      told.append(shown ? Character.toString(next) : "<%02x>".formatted((int) next));
    }
    return told.toString();
  }

  /** The grammar of a line. */
  final class Grammar {
    private static final String HEAD = "(?<status>ST|US|OL),(?<kind>GS|NT|TR),";
    private static final String UNIT = "(?<unit>mg|g|kg|lb)";
    private static final Pattern PLAIN =
        Pattern.compile(
            HEAD + " {0,4}(?<sign>[+-]),? {0,6}(?<digits>[0-9.]{1,9}) {0,3},? {0,3}" + UNIT);
    private static final Pattern CAS =
        Pattern.compile(
            HEAD
                + "[^\\r\\n],?[^\\r\\n],(?=[^,]{8} [kg]) {0,7}(?<sign>-?)(?<digits>[0-9.]{1,8}) "
                + UNIT,
            Pattern.DOTALL);

    private Grammar() {}
  }
}
