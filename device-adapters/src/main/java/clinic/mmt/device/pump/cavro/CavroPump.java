package clinic.mmt.device.pump.cavro;

import clinic.mmt.device.DeviceIdentity;
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
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Tecan Cavro syringe pump. The syringe is filled from the bottle before a dose and pushed
 * towards the spout in strokes; what it delivered is what its encoder says the plunger has moved
 * since it was full.
 */
public final class CavroPump extends DosePump<CavroReply> {

  /** Play between commanded and true position that is no lost step. */
  private static final int SLACK = 12;

  private static final long INITIALISE_MILLIS_MAX = 30_000;

  private final CavroOptions options;
  private final CavroUnits units;
  private final CavroSession session;
  private long hertz = CavroUnits.HERTZ_MIN;

  /** Increments dispensed before the syringe was last filled. */
  private long before;

  /** The plunger goes back for more, or was stopped on its way: its place is no measure. */
  private boolean filling;

  /** Whether this process has filled the syringe: else the valve has to tell what it was for. */
  private boolean filled;

  private boolean moving;
  private boolean lostItsPlace;

  private CavroPump(String name, Link link, CavroOptions options) {
    super(name, link, options.dialect().protocol(), new Words("D", "D…R", "T"));
    this.options = options;
    this.units = new CavroUnits(options.syringe());
    this.session = new CavroSession(options.dialect(), options.address());
  }

  /** Opens the pump called {@code name}; returns at once. */
  public static CavroPump open(String name, Link link, CavroOptions options) {
    CavroPump pump = new CavroPump(name, link, options);
    pump.start();
    return pump;
  }

  @Override
  protected void forget() {}

  // Private exchange

  private void initialise(Line<CavroReply> line) throws FaultException {
    if (!options.valve().mayInitialise()) {
      throw notPermitted(
          "Z",
          "the syringe has to be initialised, which empties it through the spout: see the"
              + " pump's page");
    }
    session.initialise(line, options.valve().initialise() + "R", INITIALISE_MILLIS_MAX);
    lostItsPlace = false;
  }

  /** What was dispensed from the filling before is kept, whatever becomes of this one. */
  private void fill(Line<CavroReply> line) throws FaultException {
    if (!filling) {
      before += CavroUnits.FULL - session.number(line, "?");
    }
    filling = true;
    moving = true;
    session.order(line, options.valve().toBottle() + "A" + CavroUnits.FULL + "R");
    session.awaitReady(line, CavroUnits.millisMost(hertz));
    moving = false;
    long place = session.number(line, "?4");
    if (session.number(line, "?") != CavroUnits.FULL || isFar(place, CavroUnits.FULL)) {
      throw refused("?4", "the plunger is at " + place + " instead of " + CavroUnits.FULL);
    }
    filling = false;
    filled = true;
  }

  /** Some pumps tell only a move that they were not initialised. */
  private void fillOrInitialise(Line<CavroReply> line) throws FaultException {
    try {
      fill(line);
    } catch (FaultException e) {
      if (!CavroSession.isNotInitialised(e.fault())) {
        throw e;
      }
      initialise(line);
      fill(line);
    }
  }

  private static boolean isFar(long place, long other) {
    return Math.abs(place - other) > SLACK;
  }

  private void setSpeed(Line<CavroReply> line) throws FaultException {
    session.order(line, "V" + hertz + "R");
    long back = session.number(line, "?2");
    if (back != hertz) {
      throw refused("?2", Long.toString(back));
    }
  }

  private Volume dispensedAt(long place) {
    long here = filling ? 0 : Math.max(0, CavroUnits.FULL - place);
    return units.volume(before + here);
  }

  /** What an error of the pump means, and whether its plunger has lost its place. */
  private void heed(CavroReply reply) {
    Optional<PumpAlarm> alarm =
        switch (reply.error()) {
          case CavroReply.INITIALISATION_FAILED -> Optional.of(PumpAlarm.PROGRAM_ERROR);
          case CavroReply.NOT_INITIALISED -> Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED);
          case CavroReply.PLUNGER_OVERLOAD -> Optional.of(PumpAlarm.MOTOR_STALLED);
          case CavroReply.VALVE_OVERLOAD -> Optional.of(PumpAlarm.VALVE_BLOCKED);
          default -> Optional.empty();
        };
    alarm.ifPresent(
        a -> {
          note(a);
          lostItsPlace = true;
        });
  }

  // Operations, on the owner's thread

  @Override
  protected DeviceIdentity identifyNow(Line<CavroReply> line) throws FaultException {
    return new DeviceIdentity(
        "Cavro " + session.text(line, "?76"), session.text(line, "&"), Optional.empty());
  }

  @Override
  protected PumpBaseline prepareNow(Line<CavroReply> line, PumpSetup setup) throws FaultException {
    hertz = units.hertz(setup.rate());
    if (hertz < CavroUnits.HERTZ_MIN) {
      throw notPermitted("V", "the pump can't be so slow");
    }
    Look found = look(line);
    if (found.motion() != PumpMotion.STOPPED) {
      throw refused("Q", "busy");
    }
    DeviceIdentity identity = identifyNow(line);
    List<PumpAlarm> cleared = takeAlarms();
    if (lostItsPlace) {
      initialise(line);
    }
    setSpeed(line);
    fillOrInitialise(line);
    before = 0;
    return new PumpBaseline(
        identity,
        units.rate(hertz),
        found.counter(),
        dispensedAt(session.number(line, "?")),
        cleared);
  }

  @Override
  protected boolean canSay(Volume stroke) {
    return units.isExact(stroke);
  }

  /** Fills up when the syringe holds less than the stroke: nothing moves towards the cup. */
  @Override
  protected void setTarget(Line<CavroReply> line, Volume stroke) throws FaultException {
    session.awaitReady(line, CavroUnits.millisMost(hertz));
    if (filling || session.number(line, "?") < units.increments(stroke)) {
      fill(line);
    }
  }

  @Override
  protected void startNow(Line<CavroReply> line, Volume stroke, WriteMark mark)
      throws FaultException {
    moving = true;
    session.once(line, options.valve().toSpout() + "D" + units.increments(stroke) + "R", mark);
  }

  /** While it moves, the encoder; when it stands where it was sent, the place it was sent to. */
  @Override
  protected Look look(Line<CavroReply> line) throws FaultException {
    CavroReply status = session.status(line);
    heed(status);
    if (status.error() == CavroReply.NOT_INITIALISED) {
      return withoutPower();
    }
    long place = session.number(line, "?4");
    if (!filled) {
      filling = isTurnedToTheBottle(line);
    }
    if (!status.ready()) {
      return new Look(PumpMotion.DISPENSING, dispensedAt(place));
    }
    moving = false;
    if (filled && session.number(line, "?2") != hertz) {
      return withoutPower();
    }
    long sentTo = session.number(line, "?");
    if (isFar(place, sentTo)) {
      note(PumpAlarm.MOTOR_STALLED);
      lostItsPlace = true;
      return new Look(PumpMotion.STOPPED, dispensedAt(place));
    }
    return new Look(PumpMotion.STOPPED, dispensedAt(sentTo));
  }

  /** Told by its error, or by a top speed that is not the one that was set. */
  private Look withoutPower() {
    note(PumpAlarm.POWER_WAS_INTERRUPTED);
    lostItsPlace = true;
    moving = false;
    filled = false;
    return new Look(PumpMotion.STOPPED, Volume.ZERO);
  }

  private boolean isTurnedToTheBottle(Line<CavroReply> line) throws FaultException {
    String valve = session.text(line, "?6").toLowerCase(Locale.ROOT);
    return valve.equals(options.valve().bottleText());
  }

  /** Steps may be lost when a move is cut off: the plunger has to find its place again. */
  @Override
  protected void stopOnce(Line<CavroReply> line) throws FaultException {
    lostItsPlace |= moving;
    session.stop(line);
  }

  // Public operations

  @Override
  public PumpCapabilities capabilities() {
    boolean blocks = options.dialect() == CavroDialect.OEM;
    return new PumpCapabilities(
        blocks,
        blocks,
        false,
        true,
        PumpCapabilities.VolumeReadback.VOLATILE,
        false,
        units.volume(1),
        options.syringe(),
        units.rate(CavroUnits.HERTZ_MAX));
  }

  @Override
  public List<Volume> plan(Volume volume) {
    return units.plan(volume);
  }
}
