package clinic.mmt.sim.pump.newera;

import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The New Era protocol: Basic and Safe mode, watchdog, alarm packets. Knows no behaviour. */
public final class NeWire implements Wire {

  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long INTER_BYTE_NANOS = 500_000_000;
  private static final Pattern ADDRESSED = Pattern.compile("(\\d{0,2})(.*)");

  private final NePump pump;
  private final NeLinkWire link;
  private final Outlet outlet;
  private final NeCommandsWire commands;
  private final NeFramerWire framer = new NeFramerWire();
  private long silentNanos;
  private long watchdogNanos;
  private boolean watchdogArmed;

  /**
   * A line to this pump; {@code switchBeforeAlarmReply}: SAF takes effect before an alarm answer.
   */
  public NeWire(NePump pump, int address, boolean switchBeforeAlarmReply, Outlet outlet) {
    this.pump = pump;
    this.link = new NeLinkWire(address, switchBeforeAlarmReply);
    this.outlet = outlet;
    this.commands = new NeCommandsWire(pump, link);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    silentNanos = 0;
    for (byte next : bytes) {
      framer.accept(next, link.isSafeMode()).ifPresent(packet -> handle(packet, atNanos));
    }
  }

  private void handle(NePacketWire packet, long atNanos) {
    switch (packet) {
      case NePacketWire.Basic basic -> command(basic.text(), basic.raw().array(), atNanos);
      case NePacketWire.Safe safe -> safeCommand(safe, atNanos);
      case NePacketWire.Bad bad -> {
        outlet.heard(bad.raw().array(), bad.reason());
        if (link.isSafeMode()) {
          answer(status() + "?COM");
        }
      }
    }
  }

  /** In Basic mode only the packet that switches to Safe mode is taken in Safe framing. */
  private void safeCommand(NePacketWire.Safe safe, long atNanos) {
    if (link.isSafeMode() || commandOf(safe.text()).startsWith("SAF")) {
      command(safe.text(), safe.raw().array(), atNanos);
    } else {
      outlet.heard(safe.raw().array(), "ignored in Basic mode: " + safe.text());
    }
  }

  private void command(String text, byte[] raw, long atNanos) {
    outlet.heard(raw, text);
    String command = commandOf(text);
    if (!NeCommandsWire.isSystemCommand(command) && addressOf(text) != link.address) {
      return;
    }
    watchdogArmed = true;
    watchdogNanos = 0;
    Optional<Alarm> alarm = pump.alarm();
    if (alarm.isPresent()) {
      if (NeCommandsWire.isSafeModeCommand(command) && link.switchesBeforeAlarmReply()) {
        commands.execute(command, atNanos);
      }
      pump.acknowledgeAlarm();
      answer("A?" + alarm.get().letter());
      return;
    }
    String data = commands.execute(command, atNanos);
    answer(status() + data);
  }

  private static String commandOf(String text) {
    Matcher parts = ADDRESSED.matcher(text);
    return parts.matches() ? parts.group(2) : text;
  }

  private static int addressOf(String text) {
    Matcher parts = ADDRESSED.matcher(text);
    return parts.matches() && !parts.group(1).isEmpty() ? Integer.parseInt(parts.group(1)) : 0;
  }

  private String status() {
    return switch (pump.phase()) {
      case STOPPED -> "S";
      case PAUSED -> "P";
      case PURGING -> "X";
      case PUMPING ->
          switch (pump.turning()) {
            case INF -> "I";
            case WDR -> "W";
          };
    };
  }

  private void answer(String statusAndData) {
    String meaning = String.format(Locale.ROOT, "%02d%s", link.address, statusAndData);
    outlet.send(frame(link.address, statusAndData), meaning);
  }

  private byte[] frame(int address, String statusAndData) {
    String data = String.format(Locale.ROOT, "%02d%s", address, statusAndData);
    return link.isSafeMode() ? NePacketWire.safeFrame(data) : NePacketWire.basicFrame(data);
  }

  @Override
  public void tick(long realNanos) {
    silentNanos += realNanos;
    if (silentNanos >= INTER_BYTE_NANOS && framer.isWaitingInSafePacket()) {
      framer.discard();
    }
    if (!link.isSafeMode()) {
      return;
    }
    watchdogNanos += realNanos;
    if (watchdogArmed && watchdogNanos >= link.watchdogSeconds * NANOS_PER_SECOND) {
      watchdogArmed = false;
      pump.communicationTimedOut();
    }
    pump.takeUnreportedAlarm().ifPresent(alarm -> answer("A?" + alarm.letter()));
  }

  @Override
  public void powerOff() {
    framer.discard();
    watchdogArmed = false;
  }

  @Override
  public void powerOn() {
    framer.discard();
    watchdogNanos = 0;
  }

  /** The bench gives a new unit the old one's address, as a technician would. */
  @Override
  public void swap() {
    powerOff();
    link.watchdogSeconds = 0;
    link.baud = NeLinkWire.USUAL_BAUD;
  }

  @Override
  public int baud() {
    return link.baud;
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length - 2] ^= 0x01;
    return spoiled;
  }

  @Override
  public byte[] withWrongAddress(byte[] frame) {
    int skip = link.isSafeMode() ? 4 : 3;
    int tail = link.isSafeMode() ? 3 : 1;
    byte[] data = Arrays.copyOfRange(frame, skip, frame.length - tail);
    return frame((link.address + 1) % 100, new String(data, StandardCharsets.US_ASCII));
  }
}
