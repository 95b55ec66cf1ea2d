package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerResult.Match;
import clinic.mmt.device.FingerResult.Mismatch;
import clinic.mmt.device.FingerResult.NoRead;
import clinic.mmt.device.FingerResult.Reason;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Ack;
import clinic.mmt.device.frame.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One 1:1 verification with host-held templates: capture into buffer 1, then for each template
 * DownChar into buffer 2 and Match. Between two attempts the finger must be lifted.
 */
final class Verification {

  private final Ef01Session session;
  private final Capture capture;
  private final List<FingerTemplate> templates;
  private final VerifyLimits limits;
  private final Deadline deadline;

  private int attempts;
  private Optional<Mismatch> mismatch = Optional.empty();
  private Reason reason = Reason.NO_FINGER;
  private boolean sawFinger;
  private int downloaded;

  Verification(Ef01Session session, List<FingerTemplate> templates, VerifyLimits limits) {
    this.session = session;
    this.capture = new Capture(session);
    this.templates = templates;
    this.limits = limits;
    this.deadline = Deadline.in(limits.withinMillis());
  }

  /** Whether a finger may lie on the glass when this is over. */
  boolean sawFinger() {
    return sawFinger;
  }

  /** Bytes of a template that the module may still hold when this is over. */
  int downloaded() {
    return downloaded;
  }

  /** Runs it; {@code mayLie} when the last finger was not yet seen lifted. */
  FingerResult run(Line<Ef01Packet> line, boolean mayLie) throws FaultException {
    try {
      return attempts(line, mayLie);
    } catch (FaultException e) {
      if (e.fault() instanceof Fault.CancelledByStop) {
        return new NoRead(Reason.CANCELLED, attempts);
      }
      throw e;
    }
  }

  private FingerResult attempts(Line<Ef01Packet> line, boolean mayLie) throws FaultException {
    boolean freeGlass = !mayLie || capture.lifted(line, deadline);
    sawFinger = !freeGlass;
    while (freeGlass && attempts < limits.attempts()) {
      switch (capture.take(line, 1, deadline)) {
        case Capture.Outcome.Good() -> {
          sawFinger = true;
          attempts++;
          FingerResult result = compare(line);
          if (result instanceof Match) {
            return result;
          }
        }
        case Capture.Outcome.Poor(Reason why) -> {
          if (why == Reason.NO_FINGER) {
            return outcome();
          }
          sawFinger = true;
          attempts++;
          reason = why;
        }
      }
      freeGlass = attempts < limits.attempts() && capture.lifted(line, deadline);
    }
    return outcome();
  }

  /** A good image that matched nothing weighs more than any number of poor ones. */
  private FingerResult outcome() {
    return mismatch
        .<FingerResult>map(m -> new Mismatch(m.score(), attempts))
        .orElseGet(() -> new NoRead(reason, attempts));
  }

  private FingerResult compare(Line<Ef01Packet> line) throws FaultException {
    int best = 0;
    long repeatedBefore = line.repeated();
    for (int i = 0; i < templates.size(); i++) {
      byte[] bytes = templates.get(i).bytes();
      downloaded = Math.max(downloaded, bytes.length);
      session.downChar(line, 2, Octets.of(bytes));
      Arrays.fill(bytes, (byte) 0);
      Ack ack = session.ask(line, Ef01Command.MATCH);
      int score = Ef01Session.score(ack);
      if (ack.code() == Ef01Session.OK) {
        return new Match(i, score, attempts);
      }
      if (ack.code() != Ef01Session.NO_MATCH) {
        throw Ef01Session.refused(Ef01Command.MATCH, ack);
      }
      if (line.repeated() > repeatedBefore) {
        // Whoever was silent may have begun anew and compared nothing: that is no doubt of a
        // person.
        throw new FaultException(new Fault.NoAnswer(Ef01Command.MATCH.name()));
      }
      best = Math.max(best, score);
    }
    Mismatch result = new Mismatch(best, attempts);
    mismatch = Optional.of(result);
    return result;
  }
}
