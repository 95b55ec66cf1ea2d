package clinic.mmt.device.scale.ohaus;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an Ohaus balance: number, unit, "?" where the weight is not stable, legend. */
sealed interface OhausLine extends Message {

  /** The protocol. */
  Protocol<OhausLine> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return LineFraming.idle();
        }

        @Override
        public Optional<OhausLine> decode(Scan.Frame frame) {
          return OhausLine.decode(frame.content().text());
        }
      };

  /** The line with single spaces, none at its ends. */
  @Override
  String meaning();

  /** A weight. */
  record Weight(String meaning, Gross gross) implements OhausLine {}

  /** {@code OK!}: a command was taken. */
  record Taken(String meaning) implements OhausLine {}

  /** {@code ES}: the command is unknown, or no stability was found within 40 s. */
  record Failure(String meaning) implements OhausLine {}

  /** Serial number or version. */
  record Text(String meaning) implements OhausLine {}

  /** Reads a line by a strict grammar; anything else is none. */
  static Optional<OhausLine> decode(String line) {
    String told = line.strip().replaceAll(" +", " ");
    if (line.equals("OK!")) {
      return Optional.of(new Taken(told));
    }
    if (line.equals("ES")) {
      return Optional.of(new Failure(told));
    }
    Matcher weight = Grammar.WEIGHT.matcher(line);
    if (weight.matches()) {
      boolean stable = weight.group("unstable") == null;
      return WeightText.read(
              weight.group("sign").equals("-"),
              weight.group("digits"),
              weight.group("unit"),
              stable)
          .map(gross -> new Weight(told, gross));
    }
    return Grammar.TEXT.matcher(line).matches() ? Optional.of(new Text(told)) : Optional.empty();
  }

  /** The grammar of a line. */
  final class Grammar {
    private static final Pattern WEIGHT =
        Pattern.compile(
            " *(?<sign>-?)(?<digits>[0-9.]{1,11}) (?<unit>mg|g|kg)(?<unstable> {1,4}\\?)?"
                + "(?: {1,6}[A-Z]{1,4})? *");
    private static final Pattern TEXT =
        Pattern.compile("(?=.{2,40}$)[A-Za-z0-9][A-Za-z0-9._/-]*:?(?: [A-Za-z0-9._/-]+:?)*");

    private Grammar() {}
  }
}
