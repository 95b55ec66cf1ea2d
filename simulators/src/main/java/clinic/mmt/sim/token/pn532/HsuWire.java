package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The PN532's serial line: sleeps until woken, acknowledges each command, answers it. */
public final class HsuWire implements Wire {

  /** A frame that stops coming is thrown away after this. */
  private static final long SILENCE_NANOS = 500_000_000;

  /** So many zeros in a row wake it as well as one 55. */
  private static final int WAKING_ZEROS = 10;

  private static final int WAKING = 0x55;

  private final ContactlessChip chip;
  private final HsuCommandsWire commands;
  private final Outlet outlet;
  private final HsuFramerWire framer = new HsuFramerWire();
  private boolean asleep = true;
  private int zeros;
  private int baud = HsuBaudWire.USUAL;
  private int nextBaud = HsuBaudWire.USUAL;
  private byte[] lastAnswer = new byte[0];
  private String lastMeaning = "";
  private @Nullable HsuCommandWire searching;
  private long silentNanos;

  /** A line to this chip. */
  public HsuWire(ContactlessChip chip, Outlet outlet) {
    this.chip = chip;
    this.commands = new HsuCommandsWire(chip);
    this.outlet = outlet;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    silentNanos = 0;
    for (byte next : bytes) {
      if (asleep) {
        sleepThrough(next);
      } else {
        framer.accept(next).ifPresent(this::handle);
      }
    }
  }

  private void sleepThrough(byte next) {
    zeros = next == 0 ? zeros + 1 : 0;
    if (next == WAKING || zeros >= WAKING_ZEROS) {
      asleep = false;
      zeros = 0;
      outlet.heard(new byte[] {next}, "wake-up");
    }
  }

  /** A frame whose check fails is not even acknowledged: the host has to send it again. */
  private void handle(HsuFramerWire.Heard heard) {
    switch (heard) {
      case HsuFramerWire.Heard.Command command -> command(command);
      case HsuFramerWire.Heard.Ack ack -> {
        outlet.heard(ack.raw().array(), "ack");
        chip.stopLooking();
        searching = null;
        baud = nextBaud;
      }
      case HsuFramerWire.Heard.Nack nack -> {
        outlet.heard(nack.raw().array(), "nack");
        if (lastAnswer.length > 0) {
          outlet.sendAfter(HsuReplyWire.WORK_NANOS, lastAnswer, lastMeaning);
        }
      }
      case HsuFramerWire.Heard.Bad bad -> outlet.heard(bad.raw().array(), bad.why());
    }
  }

  /** A command while a search runs takes its place. */
  private void command(HsuFramerWire.Heard.Command heard) {
    Bytes content = heard.content();
    Bytes data = Bytes.of(content.slice(1, content.size()));
    chip.stopLooking();
    searching = null;
    HsuCommandWire known = HsuCommandWire.of(content).orElse(null);
    outlet.heard(heard.raw().array(), known == null ? "unknown command" : known.tell(data.array()));
    outlet.send(HsuFrameWire.ACK.array(), "ack");
    if (known == null) {
      send(HsuReplyWire.WORK_NANOS, HsuFrameWire.ERROR.array(), "error");
    } else {
      reply(known, data);
    }
  }

  private void reply(HsuCommandWire command, Bytes data) {
    switch (commands.execute(command, data)) {
      case HsuReplyWire.Answer answer -> {
        answer(command, answer);
        asleep = command == HsuCommandWire.POWER_DOWN;
        if (command == HsuCommandWire.SET_SERIAL_BAUD_RATE) {
          nextBaud = HsuBaudWire.of(data.at(0)).orElse(baud);
        }
      }
      case HsuReplyWire.Failed failed ->
          send(HsuReplyWire.WORK_NANOS, HsuFrameWire.ERROR.array(), "error");
      case HsuReplyWire.Searching search -> searching = command;
    }
  }

  private void answer(HsuCommandWire command, HsuReplyWire.Answer answer) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(command.answerCode());
    content.writeBytes(answer.data().array());
    send(
        answer.nanos(),
        HsuFrameWire.answer(content.toByteArray()),
        command.tell(answer.data().array()));
  }

  private void send(long nanos, byte[] frame, String meaning) {
    lastAnswer = frame;
    lastMeaning = meaning;
    outlet.sendAfter(nanos, frame, meaning);
  }

  @Override
  public void tick(long realNanos) {
    HsuCommandWire running = searching;
    if (running != null && !chip.isLooking()) {
      searching = null;
      answer(running, new HsuReplyWire.Answer(Bytes.of(commands.found(running)), 0));
    }
    silentNanos += realNanos;
    if (silentNanos >= SILENCE_NANOS && !framer.isEmpty()) {
      framer.discard();
    }
  }

  @Override
  public void powerOff() {
    framer.discard();
    commands.powerOff();
    asleep = true;
    zeros = 0;
    searching = null;
    lastAnswer = new byte[0];
    baud = HsuBaudWire.USUAL;
    nextBaud = HsuBaudWire.USUAL;
  }

  @Override
  public void powerOn() {
    // It says nothing until it is woken.
  }

  @Override
  public void swap() {
    powerOff();
  }

  @Override
  public int baud() {
    return baud;
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length - 2] ^= 0x01;
    return spoiled;
  }

  /** The line joins two and has no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
