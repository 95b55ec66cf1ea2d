package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import java.util.Arrays;

/** Puts acknowledgements and data into packets and onto the line. */
final class AnswersWire {

  private final Outlet outlet;
  private ZfmLinkWire link = new ZfmLinkWire();

  AnswersWire(Outlet outlet) {
    this.outlet = outlet;
  }

  ZfmLinkWire link() {
    return link;
  }

  /** Another unit: as from the works. */
  void swap() {
    link = new ZfmLinkWire();
  }

  void acknowledge(long delay, Confirmation confirmation) {
    acknowledge(delay, AckWire.plain(confirmation, link.address));
  }

  void acknowledge(long delay, AckWire ack) {
    Ef01PacketWire packet =
        new Ef01PacketWire(link.address, Ef01PacketWire.ACKNOWLEDGE, Bytes.of(ack.content()));
    outlet.sendAfter(delay, packet.encode(), ack.meaning());
  }

  /** Data packets; content that is told whole is for templates, not for images. */
  void data(byte[] bytes, boolean told) {
    int size = link.packetBytes();
    for (int at = 0; at < bytes.length; at += size) {
      boolean last = at + size >= bytes.length;
      int pid = last ? Ef01PacketWire.LAST_DATA : Ef01PacketWire.DATA;
      byte[] part = Arrays.copyOfRange(bytes, at, Math.min(at + size, bytes.length));
      String content = told ? Hex.dense(part) : part.length + " bytes";
      outlet.send(
          new Ef01PacketWire(link.address, pid, Bytes.of(part)).encode(),
          (last ? "last " : "data ") + content);
    }
  }

  /** The lone byte of a module that has started. */
  void ready(long delay) {
    outlet.sendAfter(delay, new byte[] {0x55}, "ready");
  }
}
