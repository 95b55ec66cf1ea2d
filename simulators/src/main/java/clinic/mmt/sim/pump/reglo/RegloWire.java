package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Reglo ICC's line: addressed commands, bare status characters, events. No behaviour. */
public final class RegloWire implements Wire {

  private static final int BAUD = 9600;
  private static final int MASTERFLEX_BAUD = 115_200;
  private static final int BYTES_MAX = 64;
  private static final int ADDRESS_MAX = 8;
  private static final String MODEL = "REGLO ICC 0208 ";
  private static final String FIRMWARE = "0208";

  private final RegloPump pump;
  private final Outlet outlet;
  private final RegloCommandsWire commands;
  private final MasterflexCommandsWire masterflex;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private int address = 1;
  private boolean channelAddressing;
  private boolean savedChannelAddressing;
  private boolean events;

  /** A line to this pump. */
  public RegloWire(RegloPump pump, Outlet outlet) {
    this.pump = pump;
    this.outlet = outlet;
    this.commands = new RegloCommandsWire(pump);
    this.masterflex = new MasterflexCommandsWire(pump);
  }

  /** CR ends a command; a line feed is never part of one. */
  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      if (next == '\r') {
        byte[] raw = partial.toByteArray();
        partial.reset();
        command(new String(raw, StandardCharsets.ISO_8859_1), raw, atNanos);
      } else if (next != '\n' && partial.size() < BYTES_MAX) {
        partial.write(next);
      }
    }
  }

  private void command(String text, byte[] raw, long atNanos) {
    outlet.heard(raw, text);
    if (text.startsWith("@")) {
      if (text.matches("@[1-8]")) {
        address = text.charAt(1) - '0';
        answer(RegloCommandsWire.OK);
      }
      return;
    }
    if (!text.matches("(?s)\\d.+")) {
      return;
    }
    int digit = text.charAt(0) - '0';
    if (!isMine(digit)) {
      return;
    }
    Optional<String> other = dialect(digit, text.substring(1));
    if (other.isPresent()) {
      answer(other.get());
      return;
    }
    int length = text.charAt(1) == 'x' && text.length() > 2 ? 2 : 1;
    String command = text.substring(1, 1 + length);
    String parameters = text.substring(1 + length);
    Optional<String> own = pumpWide(command, parameters);
    answer(own.orElseGet(() -> ofChannels(digit, command, parameters, atNanos)));
  }

  private Optional<String> dialect(int digit, String command) {
    return pump.type().masterflex() ? masterflex.execute(digit, command) : Optional.empty();
  }

  /** Without channel addressing the digit is the pump's address; 0 is every pump's. */
  private boolean isMine(int digit) {
    return channelAddressing ? digit <= ADDRESS_MAX : digit == 0 || digit == address;
  }

  private String ofChannels(int digit, String command, String parameters, long atNanos) {
    List<Channel> all = pump.channels();
    if (!channelAddressing || digit == 0) {
      return commands.execute(command, all, parameters, atNanos);
    }
    return digit > all.size()
        ? RegloCommandsWire.FAILED
        : commands.execute(command, List.of(all.get(digit - 1)), parameters, atNanos);
  }

  private Optional<String> pumpWide(String command, String parameters) {
    boolean bare = parameters.isEmpty();
    return Optional.ofNullable(
        switch (command) {
          case "~" -> toggled(parameters, channelAddressing, on -> channelAddressing = on);
          case "xE" -> toggled(parameters, events, this::switchEvents);
          case "xA" -> bare ? line(Integer.toString(pump.type().channels())) : failed();
          case "xS" -> bare ? line(pump.serial()) : failed();
          case "x!" -> bare ? line("2") : failed();
          case "#" -> bare ? line(MODEL + "30" + pump.type().channels()) : failed();
          case "(" -> bare ? line(FIRMWARE) : failed();
          case "A" -> done(() -> pump.lockPanel(false));
          case "B" -> done(() -> pump.lockPanel(true));
          case "*" -> done(this::save);
          case "0" -> bare ? done(() -> pump.channels().forEach(Channel::reset)) : failed();
          default -> null;
        });
  }

  private interface Toggle {
    void set(boolean on);
  }

  private static String toggled(String parameters, boolean now, Toggle toggle) {
    return switch (parameters) {
      case "" -> line(now ? "1" : "0");
      case "0", "1" -> done(() -> toggle.set("1".equals(parameters)));
      default -> failed();
    };
  }

  private static String done(Runnable work) {
    work.run();
    return RegloCommandsWire.OK;
  }

  private static String line(String text) {
    return RegloCommandsWire.line(text);
  }

  private static String failed() {
    return RegloCommandsWire.FAILED;
  }

  private void switchEvents(boolean on) {
    events = on;
    pump.forgetNews();
  }

  private void save() {
    pump.channels().forEach(Channel::save);
    savedChannelAddressing = channelAddressing;
  }

  private void answer(String text) {
    if (events) {
      pump.takeNews(true).ifPresent(this::tell);
    }
    String sent = pump.type().masterflex() ? MasterflexCommandsWire.line(text) : text;
    outlet.send(sent.getBytes(StandardCharsets.US_ASCII), meaning(sent));
  }

  /** In the words of the shared vectors. */
  static String meaning(String text) {
    return text.endsWith("\r\n") ? "line " + text.strip() : "status " + text;
  }

  private void tell(News news) {
    String text = event(news);
    outlet.send((text + "\r\n").getBytes(StandardCharsets.US_ASCII), text);
  }

  static String event(News news) {
    return switch (news) {
      case News.Stopped stopped -> "^X" + stopped.channel() + "|" + stopped.cause().letter();
      case News.Progress progress ->
          String.format(
              Locale.ROOT,
              "^U%d|%c|%010d|%010d|%04d",
              progress.channel(),
              progress.state().letter(),
              progress.secondsLeft(),
              progress.volume().microlitres(),
              progress.cyclesLeft());
    };
  }

  @Override
  public void tick(long realNanos) {
    Optional<News> news = pump.takeNews(false);
    while (news.isPresent()) {
      if (events) {
        tell(news.get());
      }
      news = pump.takeNews(false);
    }
  }

  @Override
  public void powerOff() {
    partial.reset();
    events = false;
    masterflex.disable();
    channelAddressing = savedChannelAddressing;
  }

  @Override
  public void powerOn() {
    // Nothing is said.
  }

  @Override
  public void swap() {
    savedChannelAddressing = false;
    powerOff();
    address = 1;
  }

  @Override
  public int baud() {
    return pump.type().masterflex() ? MASTERFLEX_BAUD : BAUD;
  }

  /** There is no check: a bit of the status, or of the last character of a line, is changed. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[Math.max(0, spoiled.length - 3)] ^= 0x01;
    return spoiled;
  }

  /** No answer carries an address; an event comes from another channel. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    byte[] other = frame.clone();
    if (other.length > 3 && other[0] == '^') {
      other[2] = (byte) (other[2] == '4' ? '1' : other[2] + 1);
    }
    return other;
  }
}
