package clinic.mmt.device.scale.and;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.AndFraming;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an A&D balance: a header of two letters, a comma, and fifteen characters in all. */
sealed interface AndLine extends Message {

  /** The protocol; {@code lineFeed} tells whether lines end with CR LF or with CR alone. */
  static Protocol<AndLine> protocol(boolean lineFeed) {
    return new Protocol<>() {
      @Override
      public Scan.Open idle() {
        return AndFraming.idle(lineFeed);
      }

      @Override
      public Optional<AndLine> decode(Scan.Frame frame) {
        return AndLine.decode(frame.content().text());
      }
    };
  }

  /** The line with single spaces. */
  @Override
  String meaning();

  /**
   * A weight.
   *
   * @param header {@code ST} stable, {@code US} not; {@code WT} does not tell and so is not
   */
  record Weight(String meaning, String header, Gross gross) implements AndLine {}

  /** Beyond the range, {@code above} or below it. */
  record OutOfRange(String meaning, boolean above) implements AndLine {}

  /** Pieces, no weight. */
  record Count(String meaning) implements AndLine {}

  /** Model, serial number, own number or tare: {@code TN,FX-300i}. */
  record Text(String meaning, String header, String text) implements AndLine {}

  /** An acknowledgement. */
  record Taken() implements AndLine {
    @Override
    public String meaning() {
      return "ACK";
    }
  }

  /** {@code EC,E11}. */
  record Failure(String meaning, String code) implements AndLine {}

  /** Reads a line by a strict grammar; anything else is none. */
  static Optional<AndLine> decode(String line) {
    if (line.length() == 1 && line.charAt(0) == AndFraming.ACK) {
      return Optional.of(new Taken());
    }
    String told = line.replaceAll(" +", " ");
    Matcher weight = Grammar.WEIGHT.matcher(line);
    if (weight.matches()) {
      return weight(told, weight);
    }
    if (Grammar.COUNT.matcher(line).matches()) {
      return Optional.of(new Count(told));
    }
    Matcher range = Grammar.RANGE.matcher(line);
    if (range.matches()) {
      return Optional.of(new OutOfRange(told, range.group(1).equals("+")));
    }
    Matcher failure = Grammar.FAILURE.matcher(line);
    if (failure.matches()) {
      return Optional.of(new Failure(told, failure.group(1)));
    }
    Matcher text = Grammar.TEXT.matcher(line);
    return text.matches()
        ? Optional.of(new Text(told, text.group(1), text.group(2)))
        : Optional.empty();
  }

  private static Optional<AndLine> weight(String told, Matcher parts) {
    String header = parts.group("header");
    return WeightText.read(
            parts.group("sign").equals("-"),
            parts.group("digits"),
            parts.group("unit").strip(),
            header.equals("ST"))
        .map(gross -> new Weight(told, header, gross));
  }

  /** The grammar of a line. */
  final class Grammar {
    private static final Pattern WEIGHT =
        Pattern.compile(
            "(?<header>ST|US|WT),(?<sign>[+-])(?<digits>[0-9.]{8})(?<unit> mg|  g| kg)");
    private static final Pattern COUNT = Pattern.compile("QT,[+-]\\d{8} PC");
    private static final Pattern RANGE = Pattern.compile("OL,([+-])9999999E\\+19");
    private static final Pattern FAILURE = Pattern.compile("EC,(E\\d\\d)");
    private static final Pattern TEXT =
        Pattern.compile("(TN|SN|ID|PT),([A-Za-z0-9+-][A-Za-z0-9 ._/+-]{0,30})");

    private Grammar() {}
  }
}
