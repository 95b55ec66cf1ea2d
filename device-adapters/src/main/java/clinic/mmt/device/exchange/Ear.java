package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The receiving half of a line: bytes from the inbox become messages. */
final class Ear<M extends Message> {

  private final Inbox<M> inbox;
  private final Protocol<M> protocol;
  private final Line.Diary diary;
  private final FrameScanner scanner;
  private final Deque<Heard<M>> heard = new ArrayDeque<>();

  Ear(Inbox<M> inbox, Protocol<M> protocol, Line.Diary diary) {
    this.inbox = inbox;
    this.protocol = protocol;
    this.diary = diary;
    this.scanner = new FrameScanner(protocol.idle());
  }

  /** Waits for what is heard next. */
  Heard<M> hear(long deadlineNanos, boolean urgentLane) {
    while (heard.isEmpty()) {
      take(inbox.nextBytes(deadlineNanos, urgentLane));
    }
    return heard.removeFirst();
  }

  /** What can be heard without waiting; silence when nothing is left. */
  Heard<M> hearNow() {
    while (heard.isEmpty()) {
      take(inbox.pollBytes());
    }
    return heard.removeFirst();
  }

  /** The messages that are heard already. */
  List<M> takeMessages() {
    List<M> messages = new ArrayList<>();
    for (Heard<M> each : heard) {
      if (each instanceof Heard.Good<M>(M message)) {
        messages.add(message);
      }
    }
    heard.clear();
    return messages;
  }

  void scan(Octets chunk) {
    for (Scan found : scanner.feed(chunk)) {
      switch (found) {
        case Scan.Frame frame -> heard.add(decoded(frame));
        case Scan.Bad bad -> heard.add(noteBad(bad.bytes(), bad.reason()));
        case Scan.Open open -> throw new IllegalStateException("scanner gave " + open);
      }
    }
  }

  /** The bytes of a frame that has begun. */
  Octets begun() {
    return scanner.pending();
  }

  /** Forgets a frame that has begun, and gives its bytes. */
  Octets reset() {
    return scanner.reset();
  }

  long noise() {
    return scanner.noise();
  }

  Heard.Bad<M> noteBad(Octets bytes, String reason) {
    diary.counters().badFrames.incrementAndGet();
    diary.frames().bad(bytes, protocol.confidential(), reason);
    return new Heard.Bad<>(FrameRing.shown(bytes, protocol.confidential()), reason);
  }

  private void take(Inbox.Wake<M> wake) {
    switch (wake) {
      case Inbox.Wake.Bytes<M>(Octets chunk) -> scan(chunk);
      case Inbox.Wake.Lost<M>(String cause) -> heard.add(new Heard.Lost<>(cause));
      case Inbox.Wake.Closed<M>() -> heard.add(new Heard.Lost<>("closed"));
      case Inbox.Wake.Interrupted<M>() -> heard.add(new Heard.Interrupted<>());
      case Inbox.Wake.Quiet<M>() -> heard.add(new Heard.Silence<>());
      case Inbox.Wake.Work<M> work -> throw new IllegalStateException("work inside a wait");
      case Inbox.Wake.Urgent<M> stop -> throw new IllegalStateException("stop inside a wait");
    }
  }

  private Heard<M> decoded(Scan.Frame frame) {
    Optional<M> message = protocol.decode(frame);
    if (message.isEmpty()) {
      return noteBad(frame.bytes(), "unknown message");
    }
    diary.frames().read(frame.bytes(), message.get());
    return new Heard.Good<>(message.get());
  }
}
