package clinic.mmt.sim.pump.ezo;

import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The EZO-PMP's line: commands and answers of lines ended by CR, and lines unasked. */
public final class EzoWire implements Wire {

  private static final int USUAL_BAUD = 9600;
  private static final Set<Integer> BAUDS =
      Set.of(300, 1200, 2400, 9600, 19_200, 38_400, 57_600, 115_200);
  private static final int BYTES_MAX = 40;
  private static final long REPORT_NANOS = 1_000_000_000;
  private static final Set<String> SPELLINGS =
      Set.of(
          "i", "C", "D", "DC", "R", "X", "P", "TV", "ATV", "Clear", "Cal", "PV", "Status", "Sleep",
          "Plock", "Dstart", "Invert", "L", "Find", "Baud", "Factory", "O", "*OK", "Name");

  /** When it reports the volume by itself. */
  private enum Reports {
    OFF("0"),
    WHILE_PUMPING("1"),
    ALWAYS("*");

    private final String word;

    Reports(String word) {
      this.word = word;
    }
  }

  private final EzoPump pump;
  private final EzoSettingsWire settings;
  private final Outlet outlet;
  private final EzoCommandsWire commands;
  private final Map<String, String> kept = new HashMap<>();
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private Reports reports = Reports.WHILE_PUMPING;
  private boolean codes = true;
  private boolean asleep;
  private boolean swallowing;
  private char reason = 'P';
  private long reportNanos;
  private int baud = USUAL_BAUD;

  /** A line to this pump. */
  public EzoWire(EzoPump pump, EzoSettingsWire settings, Outlet outlet) {
    this.pump = pump;
    this.settings = settings;
    this.outlet = outlet;
    this.commands = new EzoCommandsWire(pump, settings);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      if (asleep) {
        asleep = false;
        swallowing = next != '\r';
        say(List.of("*WA"));
      } else if (next == '\r') {
        byte[] raw = partial.toByteArray();
        partial.reset();
        command(raw, atNanos);
      } else if (next != '\n' && partial.size() <= BYTES_MAX) {
        partial.write(next);
      }
    }
  }

  /** The command whose first byte woke it up is lost. */
  private void command(byte[] raw, long atNanos) {
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    outlet.heard(raw, swallowing ? "lost while waking: " + text : text);
    if (swallowing || text.isEmpty()) {
      swallowing = false;
      return;
    }
    answer(raw.length > BYTES_MAX ? List.of(EzoCommandsWire.ERROR) : execute(text, atNanos));
  }

  private List<String> execute(String text, long atNanos) {
    String[] words = text.strip().split(",", -1);
    if (settings.caseSensitive() && !SPELLINGS.contains(words[0])) {
      return List.of(EzoCommandsWire.ERROR);
    }
    String command = words[0].toUpperCase(Locale.ROOT);
    return commands
        .execute(command, words, atNanos)
        .orElseGet(() -> ofTheLine(command, words.length > 1 ? words[1] : ""));
  }

  private List<String> ofTheLine(String command, String first) {
    return switch (command) {
      case "I" -> with((settings.mixedWords() ? "?I" : "?i") + ",PMP,1.1");
      case "C" -> continuous(first);
      case "PV" -> "?".equals(first) ? with("?PV,13.86") : error();
      case "STATUS" -> with("?Status," + reason + ",5.038");
      case "SLEEP" -> {
        asleep = true;
        yield List.of(EzoCommandsWire.OK, "*SL");
      }
      case "*OK" -> responseCodes(first);
      case "PLOCK", "L" -> flag(command, first);
      case "FIND" -> ok();
      case "BAUD" -> baud(first);
      case "FACTORY" -> factory();
      case "O", "NAME" -> "?".equals(first) ? with("?" + command + ",") : ok();
      default -> error();
    };
  }

  private static List<String> ok() {
    return List.of(EzoCommandsWire.OK);
  }

  private static List<String> error() {
    return List.of(EzoCommandsWire.ERROR);
  }

  private static List<String> with(String line) {
    return List.of(line, EzoCommandsWire.OK);
  }

  private List<String> continuous(String first) {
    if ("?".equals(first)) {
      return with("?C," + reports.word);
    }
    for (Reports each : Reports.values()) {
      if (each.word.equals(first)) {
        reports = each;
        return ok();
      }
    }
    return error();
  }

  private List<String> responseCodes(String first) {
    return switch (first) {
      case "0", "1" -> {
        codes = "1".equals(first);
        yield ok();
      }
      case "?" -> with("?*OK," + (codes ? 1 : 0));
      default -> error();
    };
  }

  private List<String> flag(String command, String first) {
    String name = "L".equals(command) ? "L" : "Plock";
    return switch (first) {
      case "0", "1" -> {
        kept.put(name, first);
        yield ok();
      }
      case "?" -> with("?" + name + "," + kept.getOrDefault(name, "0"));
      default -> error();
    };
  }

  private List<String> baud(String first) {
    if ("?".equals(first)) {
      return with("?Baud," + baud);
    }
    if (!first.matches("\\d{3,6}") || !BAUDS.contains(Integer.parseInt(first))) {
      return error();
    }
    baud = Integer.parseInt(first);
    return ok();
  }

  private List<String> factory() {
    pump.reset();
    settle();
    kept.clear();
    reason = 'S';
    return List.of(EzoCommandsWire.OK, "*RS", "*RE");
  }

  private void settle() {
    reports = Reports.WHILE_PUMPING;
    codes = true;
  }

  private void answer(List<String> lines) {
    List<String> told = new ArrayList<>();
    for (String line : lines) {
      if (codes || !line.equals(EzoCommandsWire.OK)) {
        told.add(line);
      }
    }
    int inside = Math.min(1, told.size());
    pump.takeNews(true).ifPresent(news -> told.add(inside, commands.told(news)));
    say(told);
  }

  /** An answer is one frame, so that the faults of the line meet the whole of it. */
  private void say(List<String> lines) {
    if (!lines.isEmpty()) {
      String text = String.join("\r", lines) + "\r";
      outlet.send(text.getBytes(StandardCharsets.US_ASCII), String.join("; ", lines));
    }
  }

  @Override
  public void tick(long realNanos) {
    Optional<EzoPump.News> news = pump.takeNews(false);
    while (news.isPresent()) {
      say(List.of(commands.told(news.get())));
      news = pump.takeNews(false);
    }
    reportNanos += realNanos;
    if (reportNanos >= REPORT_NANOS) {
      reportNanos = 0;
      boolean due =
          switch (reports) {
            case OFF -> false;
            case WHILE_PUMPING -> pump.isRunning();
            case ALWAYS -> true;
          };
      if (due && !asleep) {
        say(List.of(EzoCommandsWire.millilitres(pump.dispensed())));
      }
    }
  }

  @Override
  public void powerOff() {
    partial.reset();
    asleep = false;
    swallowing = false;
  }

  @Override
  public void powerOn() {
    reason = 'P';
    say(List.of("*RS", "*RE"));
  }

  @Override
  public void swap() {
    powerOff();
    settle();
    kept.clear();
    baud = USUAL_BAUD;
  }

  @Override
  public int baud() {
    return baud;
  }

  /** There is no check: a bit of the first line's last character is changed. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    int end = 0;
    while (end < spoiled.length && spoiled[end] != '\r') {
      end++;
    }
    spoiled[Math.max(0, end - 1)] ^= 0x01;
    return spoiled;
  }

  /** Nothing carries an address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
