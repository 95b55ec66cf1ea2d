package clinic.mmt.device.scale.cas;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.CasEcrFraming;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a CAS scale in ECR mode says; CAS AP-1 protocol, Ohaus Aviator 7000 service manual 6.1.1.
 */
sealed interface CasEcrReply extends Message {

  /** The protocol. */
  Protocol<CasEcrReply> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return CasEcrFraming.idle();
        }

        @Override
        public Optional<CasEcrReply> decode(Scan.Frame frame) {
          return frame.bytes().length() == CasEcrFraming.LENGTH
              ? CasEcrReply.weight(frame.content().text())
              : Optional.of(frame.content().at(0) == CasEcrFraming.ACK ? new Ack() : new Nak());
        }
      };

  /** Yes: a weight may be asked for. */
  record Ack() implements CasEcrReply {
    @Override
    public String meaning() {
      return "ack";
    }
  }

  /** No: there is no weight now, or it was not asked for as it wants. */
  record Nak() implements CasEcrReply {
    @Override
    public String meaning() {
      return "nak";
    }
  }

  /**
   * A weight in kilograms.
   *
   * @param told the ten characters
   */
  record Weight(String told, Gross gross) implements CasEcrReply {
    @Override
    public String meaning() {
      return folded(told);
    }
  }

  /** Beyond the range, above or below, whatever the digits say. */
  record Overflow(String told) implements CasEcrReply {
    @Override
    public String meaning() {
      return folded(told);
    }
  }

  /** A weight in a unit that is of no use here. */
  record OtherUnit(String told) implements CasEcrReply {
    @Override
    public String meaning() {
      return folded(told);
    }
  }

  private static String folded(String told) {
    return told.replaceAll(" +", " ");
  }

  /** Reads ten characters by a strict grammar; anything else is none. */
  private static Optional<CasEcrReply> weight(String told) {
    Matcher parts = Grammar.WEIGHT.matcher(told);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String unit = parts.group("unit").toLowerCase(Locale.ROOT);
    boolean kilograms = unit.equals("kg");
    Optional<Gross> gross =
        WeightText.read(
            parts.group("sign").equals("-"),
            parts.group("digits"),
            "kg",
            parts.group("status").equals("S"));
    return gross.map(
        found ->
            parts.group("sign").equals("F")
                ? new Overflow(told)
                : kilograms ? new Weight(told, found) : new OtherUnit(told));
  }

  /** The grammar of the ten characters. */
  final class Grammar {
    private static final Pattern WEIGHT =
        Pattern.compile(
            "(?<status>[SU])(?<sign>[ F-])(?=.{6}[A-Za-z])(?=.{0,5}\\.) {0,4}(?<digits>[0-9.]{2,6})"
                + "(?<unit>kg|Kg|KG|lb|LB)");

    private Grammar() {}
  }
}
