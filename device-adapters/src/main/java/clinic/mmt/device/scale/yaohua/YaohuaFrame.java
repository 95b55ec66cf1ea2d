package clinic.mmt.device.scale.yaohua;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.YaohuaFraming;
import clinic.mmt.device.scale.host.Gross;
import clinic.mmt.device.scale.host.WeightText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A frame of a Yaohua indicator; it never tells whether the weight is stable. */
sealed interface YaohuaFrame extends Message {

  /** The protocol; {@code reversed} tells that digits without check come last digit first. */
  static Protocol<YaohuaFrame> protocol(boolean reversed) {
    return new Protocol<>() {
      @Override
      public Scan.Open idle() {
        return YaohuaFraming.idle();
      }

      @Override
      public Optional<YaohuaFrame> decode(Scan.Frame frame) {
        String content = frame.content().text();
        boolean checked = frame.bytes().length() == YaohuaFraming.LONG;
        return checked ? YaohuaFrame.checked(content) : YaohuaFrame.bare(content, reversed);
      }
    };
  }

  /** The characters of the frame, without its check. */
  @Override
  String meaning();

  /** A weight; never stable. */
  record Weight(String meaning, Gross gross) implements YaohuaFrame {}

  /** Beyond the range. */
  record Overload() implements YaohuaFrame {
    @Override
    public String meaning() {
      return "OL";
    }
  }

  private static Optional<YaohuaFrame> checked(String content) {
    if (content.equals(Grammar.OVERLOAD)) {
      return Optional.of(new Overload());
    }
    Matcher weight = Grammar.WEIGHT.matcher(content);
    return weight.matches()
        ? weight(content, weight.group(1).equals("-"), weight.group(2))
        : Optional.empty();
  }

  private static Optional<YaohuaFrame> bare(String content, boolean reversed) {
    String forward = reversed ? new StringBuilder(content).reverse().toString() : content;
    Matcher weight = Grammar.BARE.matcher(forward);
    return weight.matches()
        ? weight("=" + content, weight.group(1).equals("-"), weight.group(2))
        : Optional.empty();
  }

  private static Optional<YaohuaFrame> weight(String told, boolean negative, String digits) {
    return WeightText.read(negative, digits, "kg", false).map(gross -> new Weight(told, gross));
  }

  /** The grammar of a frame. */
  final class Grammar {
    private static final String OVERLOAD = "         OL";
    private static final Pattern WEIGHT = Pattern.compile("W[GN](?=.{7}kg)(-?)([0-9.]{6,7})kg");
    private static final Pattern BARE = Pattern.compile("(?=.{7}$)(-?)([0-9.]{6,7})");

    private Grammar() {}
  }
}
