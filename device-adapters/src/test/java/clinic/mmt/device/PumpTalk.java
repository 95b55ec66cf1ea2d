package clinic.mmt.device;

import static clinic.mmt.device.Reply.value;

import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;

/** Questions to a pump whose answers a test waits for. */
public final class PumpTalk {

  /** 20 mL/min. */
  public static final PumpSetup SETUP = new PumpSetup(FlowRate.ofMillilitresPerMinute(20), 0, 5);

  /** A dose of at most 9 mL. */
  public static final Permit PERMIT = new Permit("dose", "intent", Volume.ofMicrolitres(9_000));

  private PumpTalk() {}

  /** Asks to prepare. */
  public static Reply<Answer<PumpBaseline>> prepare(Pump pump) {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    return reply;
  }

  /** Asks to arm. */
  public static Reply<Answer<Volume>> arm(Pump pump, Permit permit, long microlitres) {
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(permit, Volume.ofMicrolitres(microlitres), reply);
    return reply;
  }

  /** Asks to start. */
  public static Reply<StartOutcome> start(Pump pump, Permit permit) {
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(permit, reply);
    return reply;
  }

  /** Asks for a report. */
  public static Reply<Answer<PumpReport>> report(Pump pump) {
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    return reply;
  }

  /** Asks to stop. */
  public static Reply<Answer<PumpReport>> stop(Pump pump) {
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.stop(reply);
    return reply;
  }

  /** Asks until the pump stands, or tells an alarm. */
  public static PumpReport awaitStandstill(Pump pump) throws InterruptedException {
    PumpReport report = value(report(pump));
    for (int i = 0; i < 2_000 && report.motion() == PumpMotion.DISPENSING; i++) {
      new Reply<>().staysEmpty(5);
      report = value(report(pump));
    }
    return report;
  }

  /** Waits for the line. */
  public static <D extends Device> D up(D device) {
    Reply<LinkState> states = new Reply<>();
    device.onLink(states);
    try {
      states.await(LinkState.UP);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return device;
  }
}
