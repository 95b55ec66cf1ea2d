package clinic.mmt.device.exchange;

import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.frame.Octets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last frames of a line. */
final class FrameRing {

  static final int FRAMES_MAX = 128;

  private final Deque<FrameRecord> frames = new ArrayDeque<>();

  synchronized void wrote(Request.Outgoing frame) {
    add(true, shown(frame.bytes(), frame.confidential()), frame.command());
  }

  synchronized void read(Octets bytes, Message message) {
    add(false, shown(bytes, message.confidential()), message.meaning());
  }

  synchronized void bad(Octets bytes, boolean confidential, String reason) {
    add(false, shown(bytes, confidential), reason);
  }

  static String shown(Octets bytes, boolean confidential) {
    return confidential ? "••• " + bytes : bytes.hex();
  }

  private void add(boolean toDevice, String hex, String meaning) {
    if (frames.size() == FRAMES_MAX) {
      frames.removeFirst();
    }
    frames.addLast(new FrameRecord(System.nanoTime(), toDevice, hex, meaning));
  }

  synchronized List<FrameRecord> last() {
    return List.copyOf(frames);
  }
}
