package clinic.mmt.device.pump.ezo;

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
import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.DosePump;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An Atlas Scientific EZO-PMP. It notices neither a stall nor air, so it is no witness alone: it
 * pours only with the scale in the loop.
 */
public final class EzoPump extends DosePump<EzoReply> {

  private static final long STEP = 10;
  private static final Volume SMALLEST = Volume.ofMicrolitres(500);
  private static final Volume LARGEST = Volume.ofMillilitres(100);
  private static final FlowRate FASTEST = FlowRate.ofMillilitresPerMinute(105);
  private static final long MILLIVOLTS_MIN = 12_000;
  private static final long MILLIVOLTS_MAX = 24_500;

  private final EzoSession session = new EzoSession();
  private boolean opened;

  /** What the total was when the run began that this process started. */
  private Optional<Volume> totalAtStart = Optional.empty();

  private EzoPump(String name, Link link) {
    super(name, link, EzoReply.PROTOCOL, new Words("D", "D", "X"));
  }

  /** Opens the pump called {@code name}; returns at once. */
  public static EzoPump open(String name, Link link) {
    EzoPump pump = new EzoPump(name, link);
    pump.start();
    return pump;
  }

  // Private exchange

  /** A pump that says it was reset has lost its totals and reports by itself again. */
  @Override
  protected void unsolicited(EzoReply reply) {
    if (reply instanceof EzoReply.Coded coded) {
      switch (coded.code()) {
        case RS -> {
          forget();
          alarmed(PumpAlarm.POWER_WAS_INTERRUPTED);
        }
        case OV, UV -> alarmed(PumpAlarm.BAD_SUPPLY);
        case OK, ER, MINVOL, TOOFAST, WA, SL, RE -> {} // answers, late or between
      }
    }
  }

  @Override
  protected void forget() {
    opened = false;
    totalAtStart = Optional.empty();
  }

  /** No reports that nobody asked for. */
  private void openOnce(Line<EzoReply> line) throws FaultException {
    if (!opened) {
      session.set(line, "C,0");
      opened = true;
    }
  }

  private Volume total(Line<EzoReply> line) throws FaultException {
    return session.measure(line, "TV,?", EzoReply.Quantity.TV).volume();
  }

  private void checkSupply(Line<EzoReply> line) throws FaultException {
    long millivolts = session.measure(line, "PV,?", EzoReply.Quantity.PV).thousandths();
    if (millivolts < MILLIVOLTS_MIN || millivolts > MILLIVOLTS_MAX) {
      note(PumpAlarm.BAD_SUPPLY);
      throw new FaultException(new Fault.Alarmed("PV,?", PumpAlarm.BAD_SUPPLY));
    }
  }

  /** A run that is paused would go on at the next P: it is ended. */
  private void standStill(Line<EzoReply> line) throws FaultException {
    if (session.text(line, "P,?", "paused").equals("1")) {
      session.stop(line);
    }
    if (session.dispense(line).running()) {
      throw refused("D,?", "it runs");
    }
  }

  // Operations, on the owner's thread

  @Override
  protected DeviceIdentity identifyNow(Line<EzoReply> line) throws FaultException {
    openOnce(line);
    String identity = session.text(line, "i", "identity");
    if (!identity.matches("PMP\\S* \\S+")) {
      throw new FaultException(new Fault.WrongDevice("i", "EZO-PMP", identity));
    }
    List<String> words = List.of(identity.split(" ", 2));
    return new DeviceIdentity("EZO-" + words.getFirst(), words.getLast(), Optional.empty());
  }

  @Override
  protected PumpBaseline prepareNow(Line<EzoReply> line, PumpSetup setup) throws FaultException {
    forget();
    openOnce(line);
    standStill(line);
    DeviceIdentity identity = identifyNow(line);
    checkSupply(line);
    session.set(line, "Dstart,0");
    session.set(line, "Plock,1");
    FlowRate fastest =
        new FlowRate(
            Math.max(1, session.measure(line, "DC,?", EzoReply.Quantity.MAXRATE).thousandths()));
    if (fastest.microlitresPerMinute() < setup.rate().microlitresPerMinute()) {
      throw refused("DC,?", "the pump's fastest is " + fastest.microlitresPerMinute() + " µL/min");
    }
    Volume total = total(line);
    return new PumpBaseline(identity, fastest, total, total, takeAlarms());
  }

  @Override
  protected boolean canSay(Volume stroke) {
    return !stroke.isLessThan(SMALLEST)
        && !stroke.isMoreThan(LARGEST)
        && stroke.microlitres() % STEP == 0;
  }

  /** The pump has no target to set: the volume stands in the start command itself. */
  @Override
  protected void setTarget(Line<EzoReply> line, Volume stroke) throws FaultException {
    standStill(line);
    totalAtStart = Optional.of(total(line));
  }

  @Override
  protected void startNow(Line<EzoReply> line, Volume stroke, WriteMark mark)
      throws FaultException {
    session.once(line, "D," + Decimal.ofThousandths(stroke.microlitres()), mark);
  }

  /** Whether the total grows while it runs is not known: what the run says of itself is added. */
  @Override
  protected Look look(Line<EzoReply> line) throws FaultException {
    openOnce(line);
    boolean runs = session.dispense(line).running();
    Volume counted =
        runs && totalAtStart.isPresent()
            ? totalAtStart.get().plus(session.measure(line, "R", EzoReply.Quantity.R).volume())
            : total(line);
    if (!runs && counted.isLessThan(totalAtStart.orElse(counted))) {
      forget();
      note(PumpAlarm.POWER_WAS_INTERRUPTED);
    }
    return new Look(runs ? PumpMotion.DISPENSING : PumpMotion.STOPPED, counted);
  }

  @Override
  protected void stopOnce(Line<EzoReply> line) throws FaultException {
    session.stop(line);
  }

  // Public operations

  @Override
  public PumpCapabilities capabilities() {
    return new PumpCapabilities(
        false,
        false,
        false,
        false,
        PumpCapabilities.VolumeReadback.VOLATILE,
        true,
        SMALLEST,
        LARGEST,
        FASTEST);
  }

  @Override
  public List<Volume> plan(Volume volume) {
    long rounded = volume.orLess(LARGEST).microlitres() / STEP * STEP;
    return rounded < SMALLEST.microlitres() ? List.of() : strokes(volume);
  }

  private static List<Volume> strokes(Volume volume) {
    long whole = volume.microlitres() / STEP * STEP;
    long count = (whole + LARGEST.microlitres() - 1) / LARGEST.microlitres();
    long each = whole / count / STEP * STEP;
    List<Volume> strokes = new ArrayList<>();
    for (long i = 1; i < count; i++) {
      strokes.add(Volume.ofMicrolitres(each));
    }
    strokes.add(Volume.ofMicrolitres(whole - each * (count - 1)));
    return List.copyOf(strokes);
  }
}
