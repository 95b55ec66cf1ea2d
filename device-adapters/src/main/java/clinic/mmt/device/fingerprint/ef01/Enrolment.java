package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Ack;
import clinic.mmt.device.frame.Octets;

/**
 * One enrolment into a host-held template: two captures (R503: four), merged, read back, and proven
 * by a third capture, since some sensors merge two different fingers without a word.
 */
final class Enrolment {

  private static final int NOT_THE_SAME_FINGER = 0x0A;

  private final Ef01Session session;
  private final Capture capture;
  private final VerifyLimits limits;
  private final Deadline deadline;

  Enrolment(Ef01Session session, VerifyLimits limits) {
    this.session = session;
    this.capture = new Capture(session);
    this.limits = limits;
    this.deadline = Deadline.in(limits.withinMillis());
  }

  FingerTemplate run(Line<Ef01Packet> line) throws FaultException {
    merge(line);
    Octets template = session.upChar(line, 1);
    prove(line, template);
    return new FingerTemplate(template.toArray());
  }

  private void merge(Line<Ef01Packet> line) throws FaultException {
    Ack ack = new Ack(0, NOT_THE_SAME_FINGER, Octets.NONE);
    for (int i = 0; i < limits.attempts() && ack.code() == NOT_THE_SAME_FINGER; i++) {
      for (int buffer = 1; buffer <= session.product().captures(); buffer++) {
        mustLift(line);
        mustCapture(line, buffer);
      }
      ack = session.ask(line, Ef01Command.REG_MODEL);
    }
    if (ack.code() != Ef01Session.OK) {
      throw Ef01Session.refused(Ef01Command.REG_MODEL, ack);
    }
  }

  private void prove(Line<Ef01Packet> line, Octets template) throws FaultException {
    mustLift(line);
    mustCapture(line, 1);
    session.downChar(line, 2, template);
    session.mustDo(line, Ef01Command.MATCH);
  }

  private void mustLift(Line<Ef01Packet> line) throws FaultException {
    if (!capture.lifted(line, deadline)) {
      throw refused("finger was not lifted");
    }
  }

  private void mustCapture(Line<Ef01Packet> line, int buffer) throws FaultException {
    for (int i = 0; i < limits.attempts(); i++) {
      switch (capture.take(line, buffer, deadline)) {
        case Capture.Outcome.Good() -> {
          return;
        }
        case Capture.Outcome.Poor(FingerResult.Reason reason) -> {
          if (i == limits.attempts() - 1 || deadline.isOver(0)) {
            throw refused(reason.name());
          }
          mustLift(line);
        }
      }
    }
  }

  private static FaultException refused(String why) {
    return new FaultException(new Fault.Refused("enrol", why));
  }
}
