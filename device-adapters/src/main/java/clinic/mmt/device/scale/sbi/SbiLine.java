package clinic.mmt.device.scale.sbi;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that a Sartorius balance prints: 22 characters with its end, or 16 without the id. A
 * weight without unit is not stable.
 */
sealed interface SbiLine extends Message {

  /** The protocol. */
  Protocol<SbiLine> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return LineFraming.idle();
        }

        @Override
        public Optional<SbiLine> decode(Scan.Frame frame) {
          return SbiLine.decode(frame.content().text());
        }
      };

  /** The line with single spaces, none at its ends. */
  @Override
  String meaning();

  /**
   * A weight; the unit of a weight that is not stable is not told and taken as grams.
   *
   * @param id {@code N} net, {@code G} gross, {@code T} tare, empty where there is none
   */
  record Weight(String meaning, String id, Gross gross) implements SbiLine {}

  /** No weight: {@code High}, {@code Low}, {@code --}, {@code OFF}, {@code Cal.Ext.}. */
  record Status(String meaning, String status) implements SbiLine {}

  /** An error of the balance. */
  record Failure(String meaning) implements SbiLine {}

  /** Model, serial number or version. */
  record Text(String meaning) implements SbiLine {}

  /** Reads a line by its columns; anything else is none. */
  static Optional<SbiLine> decode(String line) {
    String told = line.strip().replaceAll(" +", " ");
    Matcher weight = Grammar.WEIGHT.matcher(line);
    if (weight.matches()) {
      return weight(told, weight);
    }
    Matcher status = Grammar.STATUS.matcher(line);
    if (status.matches() && Grammar.isWide(line)) {
      return Optional.of(new Status(told, status.group("status")));
    }
    if (Grammar.ERROR.matcher(line).matches() && Grammar.isWide(line)) {
      return Optional.of(new Failure(told));
    }
    return Grammar.TEXT.matcher(line).matches() ? Optional.of(new Text(told)) : Optional.empty();
  }

  private static Optional<SbiLine> weight(String told, Matcher parts) {
    String unit = parts.group("unit").strip();
    boolean stable = !unit.isEmpty();
    String id = parts.group("id");
    return WeightText.read(
            parts.group("sign").equals("-"),
            parts.group("digits").strip(),
            stable ? unit : "g",
            stable)
        .map(gross -> new Weight(told, id == null ? "" : id.strip(), gross));
  }

  /** The columns of a line. */
  final class Grammar {
    private static final int CHARS = 20;
    private static final int CHARS_SHORT = 14;

    /** Sign, space, eight right-aligned characters, space, three left-aligned. */
    private static final Pattern WEIGHT =
        Pattern.compile(
            "(?<id>[A-Z][A-Za-z#0-9]{0,5} {0,5}(?<=^.{6})| {6})?(?<sign>[+ -]) "
                + "(?<digits>(?= *[0-9.]+ )[ 0-9.]{8}) (?<unit>mg |g  |kg |   )");

    private static final Pattern STATUS =
        Pattern.compile("(?:Stat +|      )(?<status>High|Low|--|OFF|Cal\\.Ext\\.) *");
    private static final Pattern ERROR =
        Pattern.compile("(?:Stat +(?:ERR \\d{3}|(?:APP|DIS|PRT)\\.ERR)|   Err \\d{3}) *");
    private static final Pattern TEXT =
        Pattern.compile("(?=.{1,20}$)[A-Za-z0-9][A-Za-z0-9._/-]*(?: [A-Za-z0-9._/-]+)*");

    private Grammar() {}

    private static boolean isWide(String line) {
      return line.length() == CHARS || line.length() == CHARS_SHORT;
    }
  }
}
