package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The EF01 protocol as the modules of the family speak it. Knows no behaviour. */
public final class ZfmWire implements Wire {

  /** A packet that stops coming is thrown away after this. */
  private static final long SILENCE_NANOS = 1_000_000_000;

  /** From power-on to the byte of an R503 that is ready. */
  private static final long START_NANOS = 50_000_000;

  private final ZfmModule module;
  private final Outlet outlet;
  private final AnswersWire answers;
  private final ModuleCommandsWire commands;
  private final R503Wire r503;
  private final Ef01FramerWire framer = new Ef01FramerWire();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long silentNanos;

  /** A line to this module. */
  public ZfmWire(ZfmModule module, ModuleSettings settings, Outlet outlet) {
    this.module = module;
    this.outlet = outlet;
    this.answers = new AnswersWire(outlet);
    this.commands = new ModuleCommandsWire(module, answers);
    this.r503 = new R503Wire(module, answers, settings);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    silentNanos = 0;
    waiting.writeBytes(bytes);
    takeWaiting();
  }

  /** The module does one thing at a time: bytes wait while an answer is being worked on. */
  private void takeWaiting() {
    byte[] bytes = waiting.toByteArray();
    int next = 0;
    while (next < bytes.length && !outlet.isBusy()) {
      framer.accept(bytes[next]).ifPresent(this::handle);
      next++;
    }
    waiting.reset();
    waiting.write(bytes, next, bytes.length - next);
  }

  private void handle(Ef01FramerWire.Frame frame) {
    switch (frame) {
      case Ef01FramerWire.Frame.Good good -> {
        if (good.packet().address() == answers.link().address) {
          packet(good.packet(), good.raw().array());
        } else {
          outlet.heard(good.raw().array(), "for another address");
        }
      }
      case Ef01FramerWire.Frame.BadSum bad -> {
        outlet.heard(bad.raw().array(), "bad sum");
        if (bad.packet().pid() == Ef01PacketWire.COMMAND) {
          answers.acknowledge(0, Confirmation.PACKET_ERROR);
        } else {
          commands.spoilDownload();
        }
      }
    }
  }

  private void packet(Ef01PacketWire packet, byte[] raw) {
    switch (packet.pid()) {
      case Ef01PacketWire.COMMAND -> {
        Optional<CommandWire> command = CommandWire.of(packet.content().array(), module.type());
        outlet.heard(raw, tell(command, packet));
        commands.endDownload();
        module.cancel();
        command.ifPresentOrElse(
            known -> execute(known, packet), () -> answers.acknowledge(0, unknown()));
      }
      case Ef01PacketWire.DATA, Ef01PacketWire.LAST_DATA -> {
        String kind = packet.pid() == Ef01PacketWire.LAST_DATA ? "last " : "data ";
        outlet.heard(raw, kind + Hex.dense(packet.content().array()));
        commands.data(packet);
      }
      default -> outlet.heard(raw, "ignored");
    }
  }

  private Confirmation unknown() {
    return module.type().isR503() ? Confirmation.UNSUPPORTED : Confirmation.PACKET_ERROR;
  }

  private static String tell(Optional<CommandWire> command, Ef01PacketWire packet) {
    return command.map(known -> known.tell(packet.content().array())).orElse("unknown command");
  }

  private void execute(CommandWire command, Ef01PacketWire packet) {
    long delay = DelayWire.nanos(command, module);
    if (module.isPasswordOwed() && !command.needsNoPassword()) {
      answers.acknowledge(delay, Confirmation.PASSWORD_FIRST);
      return;
    }
    if (module.mischief().reboots()) {
      restart();
      return;
    }
    Optional<Confirmation> forced = module.mischief().forced();
    if (forced.isPresent()) {
      answers.acknowledge(delay, forced.get());
      return;
    }
    switch (command) {
      case SOFT_RST -> {
        answers.acknowledge(delay, Confirmation.DONE);
        restart();
      }
      case GET_IMAGE_EX,
          CANCEL,
          AUTO_ENROLL,
          AUTO_IDENTIFY,
          AURA_LED_CONFIG,
          CHECK_SENSOR,
          GET_ALG_VER,
          GET_FW_VER,
          READ_PROD_INFO,
          HAND_SHAKE ->
          r503.execute(command, packet, delay);
      default -> commands.execute(command, packet, delay);
    }
  }

  /** As after a short loss of power; an R503 says that it is there again. */
  private void restart() {
    module.powerOff();
    powerOff();
    module.powerOn();
    powerOn();
  }

  @Override
  public void tick(long realNanos) {
    silentNanos += realNanos;
    takeWaiting();
    r503.tick();
    if (silentNanos >= SILENCE_NANOS && !framer.isEmpty()) {
      framer.discard();
    }
  }

  @Override
  public void powerOff() {
    framer.discard();
    waiting.reset();
    commands.endDownload();
  }

  @Override
  public void powerOn() {
    commands.applyStored();
    if (module.type().isR503()) {
      answers.ready(START_NANOS);
    }
  }

  @Override
  public void swap() {
    powerOff();
    answers.swap();
  }

  @Override
  public int baud() {
    return answers.link().baud();
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length - 1] ^= 0x01;
    return spoiled;
  }

  /** The lone byte of an R503 carries no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    byte[] spoiled = frame.clone();
    if (spoiled.length > Ef01PacketWire.HEAD_BYTES) {
      spoiled[5] ^= 0x01;
    }
    return spoiled;
  }
}
