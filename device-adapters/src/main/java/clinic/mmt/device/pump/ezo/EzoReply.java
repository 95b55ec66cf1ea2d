package clinic.mmt.device.pump.ezo;

import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.CrLineFraming;
import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.quantity.Volume;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an EZO-PMP: data begin with {@code ?}, codes with {@code *}. EZO-PMP data sheet, UART
 * mode. Lines that nobody asked for may come at any time, even inside an answer.
 */
sealed interface EzoReply extends Message {

  /** The protocol. */
  Protocol<EzoReply> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return CrLineFraming.idle();
        }

        @Override
        public Optional<EzoReply> decode(Scan.Frame frame) {
          return EzoReply.decode(frame.content().text());
        }
      };

  /** The line as it was read. */
  String line();

  /** A code: {@code *OK}, {@code *ER}, {@code *MINVOL}, … */
  record Coded(String line, Code code) implements EzoReply {
    @Override
    public String meaning() {
      return code.words;
    }
  }

  /** {@code *DONE}: a run is over, or was stopped, and so much was dispensed in it. */
  record Done(String line, String millilitres, Volume volume) implements EzoReply {
    @Override
    public String meaning() {
      return "done " + millilitres;
    }
  }

  /** {@code ?D}: the last volume asked for, and whether it runs; none if it runs without end. */
  record Dispense(String line, String millilitres, boolean running) implements EzoReply {
    @Override
    public String meaning() {
      return "dispense " + millilitres + (running ? " running" : " standing");
    }
  }

  /** A volume or another number with its name. */
  record Measure(String line, Quantity quantity, String number, long thousandths)
      implements EzoReply {
    @Override
    public String meaning() {
      return quantity.words + " " + number;
    }

    /** Millilitres as a volume. */
    Volume volume() {
      return Volume.ofMicrolitres(thousandths);
    }
  }

  /** Who it is, or another text. */
  record Text(String line, String name, String value) implements EzoReply {
    @Override
    public String meaning() {
      return name + " " + value;
    }
  }

  /** The codes. */
  enum Code {
    OK("ok"),
    ER("error"),
    MINVOL("below least volume"),
    TOOFAST("too fast"),
    WA("awake"),
    SL("sleeping"),
    RS("reset"),
    RE("ready"),
    OV("voltage high"),
    UV("voltage low");

    private final String words;

    Code(String words) {
      this.words = words;
    }
  }

  /** The numbers with a name. */
  enum Quantity {
    TV("total"),
    ATV("absolute total"),
    MAXRATE("fastest"),
    PV("pump voltage"),
    /** Has no name on the line: what {@code R} answers. */
    R("dispensed");

    private final String words;

    Quantity(String words) {
      this.words = words;
    }
  }

  /** Reads a line by a strict grammar; anything else is no reply. */
  static Optional<EzoReply> decode(String line) {
    Matcher code = Grammar.CODE.matcher(line);
    if (code.matches()) {
      return Optional.of(new Coded(line, Code.valueOf(code.group(1))));
    }
    Matcher done = Grammar.DONE.matcher(line);
    if (done.matches()) {
      return thousandths(done.group(1))
          .map(t -> new Done(line, done.group(1), Volume.ofMicrolitres(t)));
    }
    Matcher dispense = Grammar.DISPENSE.matcher(line);
    if (dispense.matches()) {
      String volume = dispense.group(1);
      return volume.endsWith("*") || thousandths(volume).isPresent()
          ? Optional.of(new Dispense(line, volume, dispense.group(2).equals("1")))
          : Optional.empty();
    }
    Matcher measure = Grammar.MEASURE.matcher(line);
    if (measure.matches()) {
      Quantity quantity =
          Optional.ofNullable(measure.group(1)).map(Quantity::valueOf).orElse(Quantity.R);
      return thousandths(measure.group(2))
          .map(t -> new Measure(line, quantity, measure.group(2), t));
    }
    return text(line);
  }

  private static Optional<EzoReply> text(String line) {
    Matcher text = Grammar.TEXT.matcher(line);
    return text.matches()
        ? Optional.of(
            new Text(
                line,
                Grammar.NAMES.getOrDefault(text.group(1).toLowerCase(Locale.ROOT), ""),
                text.group(2).replace(',', ' ')))
        : Optional.empty();
  }

  private static Optional<Long> thousandths(String number) {
    boolean negative = number.startsWith("-");
    OptionalLong value = Decimal.parse(negative ? number.substring(1) : number, 10, 3);
    return value.isPresent()
        ? Optional.of(negative ? -value.getAsLong() : value.getAsLong())
        : Optional.empty();
  }

  /** The grammar of a line. */
  final class Grammar {
    private static final Map<String, String> NAMES =
        Map.of(
            "i", "identity",
            "status", "status",
            "p", "paused",
            "cal", "calibrated",
            "c", "continuous",
            "dstart", "at power-on");

    private static final Pattern CODE =
        Pattern.compile("\\*(OK|ER|MINVOL|TOOFAST|WA|SL|RS|RE|OV|UV)(?:,[A-Z]{1,12},[0-9.]{1,8})?");
    private static final Pattern DONE = Pattern.compile("\\*(?:DONE|Done|done),(-?[0-9.]{1,11})");
    private static final Pattern DISPENSE = Pattern.compile("\\?D,(-?\\*|-?[0-9.]{1,11}),([01])");
    private static final Pattern MEASURE =
        Pattern.compile("(?:\\?(TV|ATV|MAXRATE|PV),)?(-?[0-9.]{1,11})");
    private static final Pattern TEXT =
        Pattern.compile(
            "\\?((?i)i|status|p|cal|c|dstart),"
                + "([A-Za-z-]{1,10},[0-9.]{1,8}|[0-3*]|[0-9.]{1,11})");

    private Grammar() {}
  }
}
