package clinic.mmt.dispenser.mqtt;

import java.util.TreeSet;

/** Up to which sequence everything handed over on one connection was acknowledged. */
final class Acknowledged {

  private final TreeSet<Long> open = new TreeSet<>();
  private long last;

  Acknowledged(long position) {
    this.last = position;
  }

  synchronized void handedOver(long sequence) {
    open.add(sequence);
    last = sequence;
  }

  synchronized void acknowledged(long sequence) {
    open.remove(sequence);
  }

  /** All up to this one are acknowledged. */
  synchronized long position() {
    return open.isEmpty() ? last : open.first() - 1;
  }
}
