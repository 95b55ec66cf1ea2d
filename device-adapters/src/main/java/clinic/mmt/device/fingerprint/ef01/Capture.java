package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.FingerResult.Reason;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Ack;
import java.util.Optional;

/** Waiting for a finger, and what came of it. Polls every 150 ms. */
final class Capture {

  private static final long POLL_MILLIS = 150;

  private final Ef01Session session;

  Capture(Ef01Session session) {
    this.session = session;
  }

  /** What one capture gave. */
  sealed interface Outcome {
    /** Features are in the buffer. */
    record Good() implements Outcome {}

    /** No usable image. */
    record Poor(Reason reason) implements Outcome {}
  }

  /** GenImg until there is a finger, then Img2Tz into {@code buffer}. */
  Outcome take(Line<Ef01Packet> line, int buffer, Deadline deadline) throws FaultException {
    Ef01Command image = session.product().isR503() ? Ef01Command.GET_IMAGE_EX : Ef01Command.GEN_IMG;
    Ack ack = session.ask(line, image);
    while (ack.code() == Ef01Session.NO_FINGER) {
      if (deadline.isOver(POLL_MILLIS)) {
        return new Outcome.Poor(Reason.NO_FINGER);
      }
      line.pause(POLL_MILLIS);
      ack = session.ask(line, image);
    }
    Optional<Outcome> noImage = outcome(image, ack);
    if (noImage.isPresent()) {
      return noImage.get();
    }
    Ef01Command img2Tz = Ef01Command.img2Tz(buffer);
    return outcome(img2Tz, session.ask(line, img2Tz)).orElseGet(Outcome.Good::new);
  }

  /** GenImg until the glass is free; false when it is not in time. */
  boolean lifted(Line<Ef01Packet> line, Deadline deadline) throws FaultException {
    while (isFingerThere(session.ask(line, Ef01Command.GEN_IMG))) {
      if (deadline.isOver(POLL_MILLIS)) {
        return false;
      }
      line.pause(POLL_MILLIS);
    }
    return true;
  }

  /** A poor image is a finger too; whatever says neither is a fault of the module. */
  private static boolean isFingerThere(Ack ack) throws FaultException {
    boolean free = ack.code() == Ef01Session.NO_FINGER;
    return !free && (ack.code() == Ef01Session.OK || outcome(Ef01Command.GEN_IMG, ack).isPresent());
  }

  /** The classes of confirmation codes (ZFM-20 manual); empty when the step is done. */
  private static Optional<Outcome> outcome(Ef01Command command, Ack ack) throws FaultException {
    return switch (ack.code()) {
      case Ef01Session.OK -> Optional.empty();
      case 0x03, 0x04, 0x05, 0x06 -> Optional.of(new Outcome.Poor(Reason.POOR_IMAGE));
      case 0x07 -> Optional.of(new Outcome.Poor(Reason.TOO_FEW_FEATURES));
      default -> throw Ef01Session.refused(command, ack);
    };
  }
}
