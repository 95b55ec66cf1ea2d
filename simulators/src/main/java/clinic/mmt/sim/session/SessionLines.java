package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a session file as text and back; docs/simulators/README.md has the format. */
final class SessionLines {

  static final String MAGIC = "clinic-simulators-session 1";
  static final String SEED = "seed ";
  static final String SPEED = "speed ";
  static final String BENCH = "bench ";
  static final String COMMENT = "#";

  /** Longer pieces are cut into several lines of the same time. */
  static final int BYTES_MAX = 4096;

  private static final String AT = "\\s*(\\d{1,15}) ";
  private static final String NAME = "([A-Za-z0-9][A-Za-z0-9._-]{0,63}) ";
  private static final Pattern SAID =
      Pattern.compile(AT + NAME + "([<>]) ([0-9A-F]{2}(?: [0-9A-F]{2})*)(?:\\s+;.*)?");
  private static final Pattern CABLE = Pattern.compile(AT + NAME + "(plugged|unplugged)");
  private static final Pattern ASKED =
      Pattern.compile(AT + "\\* (POST|PUT|DELETE) (/\\S*) (.*?) ?(\\d{3})");
  private static final Pattern ENDED = Pattern.compile("\\s*(\\d{1,15}) end");

  private SessionLines() {}

  static String write(SessionEvent event) {
    return switch (event) {
      case SessionEvent.HostSaid(long micros, String device, Bytes bytes) ->
          said(micros, device + " > ", bytes);
      case SessionEvent.DeviceSaid(long micros, String device, Bytes bytes) ->
          said(micros, device + " < ", bytes);
      case SessionEvent.Cable(long micros, String device, boolean plugged) ->
          at(micros) + device + (plugged ? " plugged" : " unplugged");
      case SessionEvent.Asked asked ->
          at(asked.micros())
              + String.join(" ", "*", asked.method(), asked.path(), asked.body())
              + (asked.body().isEmpty() ? "" : " ")
              + asked.status();
      case SessionEvent.Ended(long micros) -> at(micros) + "end";
    };
  }

  private static String at(long micros) {
    return String.format(Locale.ROOT, "%10d ", micros);
  }

  private static String said(long micros, String who, Bytes bytes) {
    return at(micros) + who + bytes + "  ; " + Printable.text(bytes);
  }

  /** The event of a line, if it is one. */
  static Optional<SessionEvent> read(String line) {
    Matcher said = SAID.matcher(line);
    if (said.matches()) {
      Bytes bytes = Bytes.of(Hex.parse(said.group(4)));
      long micros = Long.parseLong(said.group(1));
      return Optional.of(
          said.group(3).equals(">")
              ? new SessionEvent.HostSaid(micros, said.group(2), bytes)
              : new SessionEvent.DeviceSaid(micros, said.group(2), bytes));
    }
    Matcher cable = CABLE.matcher(line);
    if (cable.matches()) {
      boolean plugged = cable.group(3).equals("plugged");
      return Optional.of(
          new SessionEvent.Cable(Long.parseLong(cable.group(1)), cable.group(2), plugged));
    }
    Matcher ended = ENDED.matcher(line);
    if (ended.matches()) {
      return Optional.of(new SessionEvent.Ended(Long.parseLong(ended.group(1))));
    }
    return asked(ASKED.matcher(line));
  }

  private static Optional<SessionEvent> asked(Matcher line) {
    if (!line.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionEvent.Asked(
            Long.parseLong(line.group(1)),
            line.group(2),
            line.group(3),
            line.group(4),
            Integer.parseInt(line.group(5))));
  }
}
