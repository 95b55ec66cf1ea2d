package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OEM and DT protocols: blocks, sequence numbers, command strings. Knows no behaviour. */
public final class CavroWire implements Wire {

  private static final int STATUS = 0x40;
  private static final int READY = 0x20;
  private static final int USUAL_BAUD = 9600;
  private static final int FAST_BAUD = 38_400;
  private static final int NO_NUMBER = -1;
  private static final Pattern STORE = Pattern.compile("s(\\d{1,2})(.*?)R?");
  private static final Pattern CALL = Pattern.compile("e(\\d{1,2})R");
  private static final Pattern BAUD = Pattern.compile("U(41|47)R");
  private static final int STORED_MAX = 14;

  private final CavroPump pump;
  private final CavroLinkWire link;
  private final Outlet outlet;
  private final CavroStringWire strings;
  private final CavroReportsWire reports;
  private final CavroFramerWire framer = new CavroFramerWire();
  private final Map<Integer, String> stored = new HashMap<>();
  private List<Step> last = List.of();
  private boolean oemSeen;
  private int lastNumber = NO_NUMBER;
  private int lastError = PumpError.NONE;
  private int baud = USUAL_BAUD;
  private int baudAfterPowerOn = USUAL_BAUD;

  /** What answers a block. */
  private record Reply(int error, String data, boolean isStatus) {
    static Reply of(int error) {
      return new Reply(error, "", false);
    }
  }

  /** A line to this pump. */
  public CavroWire(CavroPump pump, CavroLinkWire link, Outlet outlet) {
    this.pump = pump;
    this.link = link;
    this.outlet = outlet;
    this.strings = new CavroStringWire(pump.type());
    this.reports = new CavroReportsWire(pump);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      framer.accept(next).ifPresent(frame -> handle(frame, atNanos));
    }
  }

  private void handle(CavroFrameWire frame, long atNanos) {
    byte[] raw = frame.raw().array();
    switch (frame) {
      case CavroFrameWire.Oem oem when link.dtOnly() ->
          outlet.heard(raw, "ignored, DT only: " + oem.data());
      case CavroFrameWire.Oem oem -> oem(oem, raw, atNanos);
      case CavroFrameWire.Dt dt when oemSeen ->
          outlet.heard(raw, "ignored after an OEM block: " + dt.data());
      case CavroFrameWire.Dt dt -> {
        outlet.heard(raw, (dt.address() - 0x31) + " " + dt.data());
        respond(dt.address(), dt.data(), atNanos);
      }
      case CavroFrameWire.Bad bad -> outlet.heard(raw, bad.reason());
    }
  }

  private void oem(CavroFrameWire.Oem oem, byte[] raw, long atNanos) {
    String kind = oem.repeat() ? "repeat" : "new";
    int address = oem.address() - 0x31;
    outlet.heard(raw, address + " " + oem.number() + " " + kind + " " + oem.data());
    if (!link.isMine(oem.address()) && !link.isShared(oem.address())) {
      return;
    }
    oemSeen = true;
    boolean known = oem.repeat() && oem.number() == lastNumber;
    lastNumber = oem.number();
    boolean again = link.repeatsAnswer() && CavroReportsWire.isReport(oem.data());
    if (!known || again) {
      respond(oem.address(), oem.data(), atNanos);
    } else if (link.isMine(oem.address())) {
      answer(Reply.of(lastError));
    }
  }

  private void respond(int address, String data, long atNanos) {
    boolean report = CavroReportsWire.isReport(data);
    if (link.isMine(address)) {
      Reply reply = report ? report(data) : command(data, atNanos);
      lastError = reply.error();
      answer(reply);
    } else if (link.isShared(address) && !report) {
      command(data, atNanos);
    }
  }

  private Reply report(String data) {
    boolean superfluous = data.length() > 1 && data.endsWith("R");
    String question = superfluous ? data.substring(0, data.length() - 1) : data;
    return reports
        .report(question)
        .map(told -> new Reply(PumpError.NONE, told, "Q".equals(question)))
        .orElse(Reply.of(PumpError.BAD_OPERAND));
  }

  private Reply command(String data, long atNanos) {
    if (data.length() > CavroStringWire.CHARACTERS_MAX) {
      return Reply.of(PumpError.OVERFLOW);
    }
    Matcher store = STORE.matcher(data);
    Matcher call = CALL.matcher(data);
    Matcher rate = BAUD.matcher(data);
    if ("T".equals(data) || "TR".equals(data)) {
      pump.terminate();
      return Reply.of(PumpError.NONE);
    } else if (store.matches()) {
      int place = Integer.parseInt(store.group(1));
      stored.put(place, store.group(2));
      return Reply.of(place > STORED_MAX ? PumpError.BAD_OPERAND : PumpError.NONE);
    } else if (call.matches()) {
      return string(stored.getOrDefault(Integer.parseInt(call.group(1)), ""), true, atNanos);
    } else if (rate.matches()) {
      baudAfterPowerOn = "47".equals(rate.group(1)) ? FAST_BAUD : USUAL_BAUD;
      return Reply.of(PumpError.NONE);
    } else if ("X".equals(data) || "XR".equals(data)) {
      return start(new ArrayList<>(last), true, atNanos);
    } else if ("R".equals(data)) {
      return Reply.of(pump.execute(atNanos));
    }
    boolean execute = data.endsWith("R");
    String text = execute ? data.substring(0, data.length() - 1) : data;
    return string(text, execute, atNanos);
  }

  private Reply string(String text, boolean execute, long atNanos) {
    CavroStringWire.Parsed parsed = strings.parse(text);
    return parsed.error() == PumpError.NONE
        ? start(parsed.steps(), execute, atNanos)
        : Reply.of(parsed.error());
  }

  private Reply start(List<Step> steps, boolean execute, long atNanos) {
    if (pump.isBusy()) {
      return Reply.of(PumpError.OVERFLOW);
    }
    pump.load(steps);
    last = steps;
    return Reply.of(execute ? pump.execute(atNanos) : PumpError.NONE);
  }

  private void answer(Reply reply) {
    int error = reply.error() == PumpError.NONE ? pump.error() : reply.error();
    boolean busy = pump.tellsBusy() && (reply.isStatus() || !link.busyOnlyForQ());
    int status = STATUS | (busy ? 0 : READY) | error;
    String told = (busy ? "busy " : "ready ") + error;
    outlet.send(
        frame(CavroFrameWire.MASTER, status, reply.data()),
        reply.data().isEmpty() ? told : told + " " + reply.data());
  }

  private byte[] frame(byte address, int status, String data) {
    return oemSeen ? oemAnswer(address, status, data) : dtAnswer(address, status, data);
  }

  static byte[] oemAnswer(byte address, int status, String data) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(CavroFrameWire.STX);
    frame.write(address);
    frame.write(status);
    frame.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
    frame.write(CavroFrameWire.ETX);
    byte[] soFar = frame.toByteArray();
    frame.write(CavroFrameWire.check(soFar, soFar.length));
    return frame.toByteArray();
  }

  static byte[] dtAnswer(byte address, int status, String data) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(CavroFrameWire.SLASH);
    frame.write(address);
    frame.write(status);
    frame.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
    frame.write(CavroFrameWire.ETX);
    frame.write(CavroFrameWire.CR);
    frame.write(CavroFrameWire.LF);
    return frame.toByteArray();
  }

  @Override
  public void tick(long realNanos) {
    // The pump speaks only when spoken to, and a half block waits for its rest.
  }

  @Override
  public void powerOff() {
    framer.discard();
    oemSeen = false;
    lastNumber = NO_NUMBER;
  }

  @Override
  public void powerOn() {
    baud = baudAfterPowerOn;
  }

  @Override
  public void swap() {
    powerOff();
    stored.clear();
    last = List.of();
    baudAfterPowerOn = USUAL_BAUD;
  }

  @Override
  public int baud() {
    return baud;
  }

  /** DT has no check: there a bit of the status is changed. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[oemSeen ? spoiled.length - 1 : 2] ^= 0x01;
    return spoiled;
  }

  /** An answer that does not come from the host's own address, its check right. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    byte[] other = frame.clone();
    other[1] ^= 0x01;
    if (oemSeen) {
      other[other.length - 1] ^= 0x01;
    }
    return other;
  }
}
