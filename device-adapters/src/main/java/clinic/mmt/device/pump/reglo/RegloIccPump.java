package clinic.mmt.device.pump.reglo;

import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpCapabilities;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.exchange.FaultException;
import clinic.mmt.device.exchange.Line;
import clinic.mmt.device.exchange.WriteMark;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.DosePump;
import clinic.mmt.device.pump.FourDigits;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One channel of an Ismatec Reglo ICC, in the mode "volume at rate". */
public final class RegloIccPump extends DosePump<RegloReply> {

  private static final Pattern MODEL = Pattern.compile(".*(reglo|icc|ismatec).*");
  private static final FlowRate FASTEST = FlowRate.ofMillilitresPerMinute(35);

  private final int channel;
  private final RegloSession session;
  private boolean stalled;
  private Optional<Volume> target = Optional.empty();

  private RegloIccPump(String name, Link link, int channel) {
    super(name, link, RegloReply.PROTOCOL, new Words("v", "H", "I"));
    this.channel = channel;
    this.session = new RegloSession(channel);
  }

  /** Opens channel 1 to 4 of the pump called {@code name}; returns at once. */
  public static RegloIccPump open(String name, Link link, int channel) {
    RegloIccPump pump = new RegloIccPump(name, link, channel);
    pump.start();
    return pump;
  }

  // Events

  /** A run that was done, or ended by hand, is found by asking; a drive in trouble is told. */
  @Override
  protected void unsolicited(RegloReply reply) {
    if (reply instanceof RegloReply.Stopped stopped && stopped.channel() == channel) {
      switch (stopped.cause()) {
        case '2' -> alarmed(PumpAlarm.TOO_HOT);
        case '3' -> {
          stalled = true;
          alarmed(PumpAlarm.MOTOR_STALLED);
        }
        default -> {} // A, B and 1: the pump stands, and says so when asked
      }
    }
  }

  @Override
  protected void forget() {
    session.forget();
    target = Optional.empty();
  }

  // Operations, on the owner's thread

  @Override
  protected DeviceIdentity identifyNow(Line<RegloReply> line) throws FaultException {
    session.openOnce(line);
    String model = session.line(line, "#");
    if (!MODEL.matcher(model.toLowerCase(Locale.ROOT)).matches()) {
      throw new FaultException(new Fault.WrongDevice("#", "Reglo ICC", model));
    }
    Optional<String> channels = session.optional(line, "xA").filter(c -> c.matches("[1-8]"));
    if (channels.isPresent() && Integer.parseInt(channels.get()) < channel) {
      throw new FaultException(
          new Fault.WrongDevice("xA", "channel " + channel, channels.get() + " channels"));
    }
    String firmware = session.optional(line, "(").orElse("unknown");
    return new DeviceIdentity(model, firmware, session.optional(line, "xS"));
  }

  @Override
  protected PumpBaseline prepareNow(Line<RegloReply> line, PumpSetup setup) throws FaultException {
    target = Optional.empty();
    session.open(line);
    if (session.runs(line)) {
      throw refused("E", "+");
    }
    DeviceIdentity identity = identifyNow(line);
    Volume found = session.trip(line);
    if (stalled) {
      session.set(line, "-");
      stalled = false;
    }
    session.set(line, "O");
    session.expect(line, "xM", "O");
    session.set(line, "J");
    session.expect(line, "xD", "J");
    FlowRate rate = RegloUnits.atMost(setup.rate());
    session.setVolume(line, "f", rate.microlitresPerMinute());
    // Not every firmware resets the trip volume: then it counts on from what it says.
    session.tryTo(line, "W");
    Volume baseline = session.trip(line);
    return new PumpBaseline(identity, rate, found, baseline, takeAlarms());
  }

  @Override
  protected boolean canSay(Volume stroke) {
    return FourDigits.isExact(stroke);
  }

  @Override
  protected void setTarget(Line<RegloReply> line, Volume stroke) throws FaultException {
    session.setVolume(line, "v", stroke.microlitres());
    target = Optional.of(stroke);
  }

  @Override
  protected void startNow(Line<RegloReply> line, Volume stroke, WriteMark mark)
      throws FaultException {
    switch (session.run(line, mark)) {
      case '*' -> {}
      case '-' -> throw refused("H", "- " + session.optional(line, "xe").orElse(""));
      default -> {
        stalled = true;
        note(PumpAlarm.MOTOR_STALLED);
        throw new FaultException(new Fault.Alarmed("H", PumpAlarm.MOTOR_STALLED));
      }
    }
  }

  /** First whether it runs, then the volume: of a pump that stands, the volume is the last one. */
  @Override
  protected Look look(Line<RegloReply> line) throws FaultException {
    session.openOnce(line);
    boolean runs = session.runs(line);
    Volume trip = session.trip(line);
    if (trip.isLessThan(counter()) || (!runs && hasForgottenItsTarget(line))) {
      session.forget();
      target = Optional.empty();
      note(PumpAlarm.POWER_WAS_INTERRUPTED);
    }
    return new Look(runs ? PumpMotion.DISPENSING : PumpMotion.STOPPED, trip);
  }

  /** The pump has no alarm for a power cut; but what it was set to and did not save is gone. */
  private boolean hasForgottenItsTarget(Line<RegloReply> line) throws FaultException {
    return target.isPresent()
        && !RegloUnits.isSame(
            RegloUnits.type1(session.line(line, "v")), target.get().microlitres());
  }

  @Override
  protected void stopOnce(Line<RegloReply> line) throws FaultException {
    session.stop(line);
  }

  // Public operations

  @Override
  public PumpCapabilities capabilities() {
    return new PumpCapabilities(
        false,
        false,
        false,
        true,
        PumpCapabilities.VolumeReadback.VOLATILE,
        true,
        FourDigits.LEAST,
        FourDigits.MOST,
        FASTEST);
  }

  @Override
  public List<Volume> plan(Volume volume) {
    return FourDigits.plan(volume);
  }
}
