package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The EF01 protocol as a ZFM-20 speaks it. Knows no behaviour. */
public final class ZfmWire implements Wire {

  /** A packet that stops coming is thrown away after this. */
  private static final long SILENCE_NANOS = 1_000_000_000;

  private final ZfmModule module;
  private final Outlet outlet;
  private final Ef01FramerWire framer = new Ef01FramerWire();
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private ZfmLinkWire link = new ZfmLinkWire();
  private @Nullable DownloadWire download;
  private long silentNanos;

  /** A line to this module. */
  public ZfmWire(ZfmModule module, Outlet outlet) {
    this.module = module;
    this.outlet = outlet;
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
        if (good.packet().address() == link.address) {
          packet(good.packet(), good.raw().array());
        } else {
          outlet.heard(good.raw().array(), "for another address");
        }
      }
      case Ef01FramerWire.Frame.BadSum bad -> {
        outlet.heard(bad.raw().array(), "bad sum");
        if (bad.packet().pid() == Ef01PacketWire.COMMAND) {
          acknowledge(0, Confirmation.PACKET_ERROR);
        } else if (download != null) {
          download.spoil();
        }
      }
    }
  }

  private void packet(Ef01PacketWire packet, byte[] raw) {
    switch (packet.pid()) {
      case Ef01PacketWire.COMMAND -> {
        Optional<CommandWire> command = CommandWire.of(packet.content().array());
        outlet.heard(raw, tell(command, packet));
        download = null;
        command.ifPresentOrElse(
            known -> execute(known, packet), () -> acknowledge(0, Confirmation.PACKET_ERROR));
      }
      case Ef01PacketWire.DATA, Ef01PacketWire.LAST_DATA -> {
        String kind = packet.pid() == Ef01PacketWire.LAST_DATA ? "last " : "data ";
        outlet.heard(raw, kind + Hex.dense(packet.content().array()));
        data(packet);
      }
      default -> outlet.heard(raw, "ignored");
    }
  }

  private static String tell(Optional<CommandWire> command, Ef01PacketWire packet) {
    return command.map(known -> known.tell(packet.content().array())).orElse("unknown command");
  }

  private void data(Ef01PacketWire packet) {
    DownloadWire current = download;
    if (current == null) {
      return;
    }
    current.add(packet.content().array());
    if (packet.pid() == Ef01PacketWire.LAST_DATA) {
      module.put(current.buffer(), current.template().orElse(null));
      download = null;
    }
  }

  private void execute(CommandWire command, Ef01PacketWire packet) {
    long delay = DelayWire.nanos(command, module);
    if (module.isPasswordOwed() && !command.needsNoPassword()) {
      acknowledge(delay, Confirmation.PASSWORD_FIRST);
      return;
    }
    switch (command) {
      case GEN_IMG, GET_IMAGE_FREE -> acknowledge(delay, module.captureImage());
      case IMG_2_TZ -> acknowledge(delay, module.extract((int) packet.at(1, 1)));
      case REG_MODEL -> acknowledge(delay, module.merge());
      case MATCH -> acknowledge(delay, AckWire.match(module.match()));
      case SEARCH, HI_SPEED_SEARCH -> search(delay, packet);
      case STORE -> acknowledge(delay, module.store((int) packet.at(1, 1), (int) packet.at(2, 2)));
      case LOAD_CHAR ->
          acknowledge(delay, module.load((int) packet.at(1, 1), (int) packet.at(2, 2)));
      case UP_CHAR -> upload(delay, (int) packet.at(1, 1));
      case DOWN_CHAR -> beginDownload(delay, (int) packet.at(1, 1));
      case UP_IMAGE -> acknowledge(delay, Confirmation.CANNOT_UPLOAD_IMAGE);
      case DOWN_IMAGE -> acknowledge(delay, Confirmation.CANNOT_TAKE_DATA);
      case DELET_CHAR ->
          acknowledge(delay, module.delete((int) packet.at(1, 2), (int) packet.at(3, 2)));
      case EMPTY -> {
        module.library().empty();
        acknowledge(delay, Confirmation.DONE);
      }
      case OPEN_LED, CLOSE_LED -> acknowledge(delay, Confirmation.DONE);
      case GET_ECHO -> acknowledge(delay, Confirmation.ALIVE);
      case SET_SYS_PARA,
          READ_SYS_PARA,
          SET_PWD,
          VFY_PWD,
          GET_RANDOM_CODE,
          SET_ADDR,
          WRITE_NOTEPAD,
          READ_NOTEPAD,
          TEMPLETE_NUM,
          READ_CON_LIST ->
          system(command, packet, delay);
    }
  }

  private void system(CommandWire command, Ef01PacketWire packet, long delay) {
    switch (command) {
      case SET_SYS_PARA -> setParameter(delay, (int) packet.at(1, 1), (int) packet.at(2, 1));
      case READ_SYS_PARA -> acknowledge(delay, AckWire.parameters(module, link));
      case SET_PWD -> {
        module.setPassword(packet.at(1, 4));
        acknowledge(delay, Confirmation.DONE);
      }
      case VFY_PWD -> acknowledge(delay, module.verifyPassword(packet.at(1, 4)));
      case GET_RANDOM_CODE ->
          acknowledge(
              delay, AckWire.bytes(command, Ef01PacketWire.number(module.randomNumber(), 4)));
      case SET_ADDR -> {
        link.address = packet.at(1, 4);
        acknowledge(delay, Confirmation.DONE);
      }
      case WRITE_NOTEPAD -> writeNotepad(delay, packet);
      case READ_NOTEPAD -> readNotepad(delay, (int) packet.at(1, 1));
      case TEMPLETE_NUM -> acknowledge(delay, AckWire.count(module.library().count()));
      case READ_CON_LIST ->
          acknowledge(delay, AckWire.bytes(command, module.library().index((int) packet.at(1, 1))));
      default -> throw new IllegalStateException(command + " is not a system command");
    }
  }

  private void search(long delay, Ef01PacketWire packet) {
    ZfmModule.Found found =
        module.search((int) packet.at(1, 1), (int) packet.at(2, 2), (int) packet.at(4, 2));
    acknowledge(delay, AckWire.search(found));
  }

  private void upload(long delay, int buffer) {
    Optional<Template> template = module.buffer(buffer);
    if (template.isEmpty()) {
      acknowledge(delay, Confirmation.CANNOT_UPLOAD);
      return;
    }
    acknowledge(delay, Confirmation.DONE);
    byte[] bytes = template.get().bytes();
    int size = link.packetBytes();
    for (int at = 0; at < bytes.length; at += size) {
      boolean last = at + size >= bytes.length;
      int pid = last ? Ef01PacketWire.LAST_DATA : Ef01PacketWire.DATA;
      byte[] part = Arrays.copyOfRange(bytes, at, at + size);
      outlet.send(
          new Ef01PacketWire(link.address, pid, Bytes.of(part)).encode(),
          (last ? "last " : "data ") + Hex.dense(part));
    }
  }

  private void beginDownload(long delay, int buffer) {
    if (module.refusesTemplate()) {
      acknowledge(delay, Confirmation.CANNOT_TAKE_DATA);
      return;
    }
    download = new DownloadWire(buffer);
    acknowledge(delay, Confirmation.DONE);
  }

  /** The answer still leaves with the old settings. */
  private void setParameter(long delay, int register, int value) {
    boolean baud = register == 4 && value >= 1 && value <= ZfmLinkWire.BAUD_CODE_MAX;
    boolean packet = register == 6 && value <= 3;
    Confirmation confirmation =
        switch (register) {
          case 4 -> baud ? Confirmation.DONE : Confirmation.BAD_REGISTER_VALUE;
          case 5 -> module.setLevel(value);
          case 6 -> packet ? Confirmation.DONE : Confirmation.BAD_REGISTER_VALUE;
          default -> Confirmation.BAD_REGISTER;
        };
    acknowledge(delay, confirmation);
    link.baudCode = baud ? value : link.baudCode;
    link.packetCode = packet ? value : link.packetCode;
  }

  private void writeNotepad(long delay, Ef01PacketWire packet) {
    int page = (int) packet.at(1, 1);
    if (page >= ZfmModule.NOTEPAD_PAGES) {
      acknowledge(delay, Confirmation.BAD_NOTEPAD_PAGE);
      return;
    }
    module.writeNotepad(page, packet.from(2));
    acknowledge(delay, Confirmation.DONE);
  }

  private void readNotepad(long delay, int page) {
    if (page >= ZfmModule.NOTEPAD_PAGES) {
      acknowledge(delay, Confirmation.BAD_NOTEPAD_PAGE);
      return;
    }
    acknowledge(delay, AckWire.bytes(CommandWire.READ_NOTEPAD, module.notepad(page)));
  }

  private void acknowledge(long delay, Confirmation confirmation) {
    acknowledge(delay, AckWire.plain(confirmation, link.address));
  }

  private void acknowledge(long delay, AckWire ack) {
    Ef01PacketWire packet =
        new Ef01PacketWire(link.address, Ef01PacketWire.ACKNOWLEDGE, Bytes.of(ack.content()));
    outlet.sendAfter(delay, packet.encode(), ack.meaning());
  }

  @Override
  public void tick(long realNanos) {
    silentNanos += realNanos;
    takeWaiting();
    if (silentNanos >= SILENCE_NANOS && !framer.isEmpty()) {
      framer.discard();
    }
  }

  @Override
  public void powerOff() {
    framer.discard();
    waiting.reset();
    download = null;
  }

  @Override
  public void powerOn() {
    // A ZFM-20 says nothing; an R503 would send 55.
  }

  @Override
  public void swap() {
    powerOff();
    link = new ZfmLinkWire();
  }

  @Override
  public int baud() {
    return link.baud();
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length - 1] ^= 0x01;
    return spoiled;
  }

  @Override
  public byte[] withWrongAddress(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[5] ^= 0x01;
    return spoiled;
  }
}
