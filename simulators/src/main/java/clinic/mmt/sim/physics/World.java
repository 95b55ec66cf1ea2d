package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The physical world of one station: bottle, line, spout, cup on the pan, hands. Liquid is never
 * made or lost. Not safe for several threads; its station confines it.
 */
public final class World {

  /** Volume of the line between bottle and spout. */
  public static final Volume LINE_CAPACITY = Volume.ofMicrolitres(2_500);

  private final Hands hands = new Hands();
  private final RunLog runs = new RunLog();
  private final Spout spout = new Spout();
  private final Syringe syringe = new Syringe();
  private final Pan pan;
  private final Tube tube;
  private final PumpHead head;
  private long bottle;
  private long supplied;
  private long takenAway;
  private long leftBottle;
  private long leftLine;

  /** What falls here out of another station's spout; the other station's thread adds to it. */
  private final AtomicLong arriving = new AtomicLong();

  private long crossedIn;
  private long crossedOut;
  private Optional<World> spoutOver = Optional.empty();

  /** A world as the settings say; the seed decides accuracy and noise. */
  public World(StationSettings settings, long seed) {
    this.pan = new Pan(settings.density());
    this.tube = new Tube(LINE_CAPACITY.picolitres(), settings.linePrimed());
    this.head = new PumpHead(new SplittableRandom(seed));
    this.bottle = settings.bottle().picolitres();
    this.supplied = bottle + tube.liquidPicolitres();
  }

  /** Lets time pass: the drop falls, and what another station's spout let fall here. */
  public void advance(long simulatedNanos) {
    land(spout.advance(simulatedNanos));
    long arrived = arriving.getAndSet(0);
    crossedIn += arrived;
    pan.catchProduct(new Volume(arrived));
  }

  /** The other station whose pan the spout hangs over; none, while it hangs over its own. */
  public Optional<World> spoutOver() {
    return spoutOver;
  }

  /** Tubes are crossed: this station's spout hangs over the pan of another. */
  public void spoutOver(World other) {
    spoutOver = Optional.of(other).filter(world -> world != this);
  }

  /** A movement of the pump begins. */
  public void beginRun(RunCause cause, Volume commanded, long startedNanos) {
    head.beginShot();
    runs.begin(cause, commanded, startedNanos);
  }

  /** The pump pushes towards the spout. */
  public void push(Flow flow) {
    pushExactly(
        head.moved(flow.counted().picolitres()) * flow.liquidPermille() / 1000, flow.inletOpen());
  }

  /** The pump pulls back into the bottle. */
  public void pull(Flow flow) {
    long volume = head.moved(flow.counted().picolitres()) * flow.liquidPermille() / 1000;
    long drop = spout.suckBack(volume);
    bottle += drop;
    long back = tube.pull(volume - drop);
    bottle += back;
    leftBottle -= back + drop;
    runs.moved(-back - drop);
  }

  /** The plunger of a syringe goes down: it fills from the bottle, or with air. */
  public void draw(Flow flow) {
    long volume = head.moved(flow.counted().picolitres());
    long liquid = flow.inletOpen() ? Math.min(bottle, volume) : 0;
    bottle -= liquid;
    leftBottle += liquid;
    syringe.fill(liquid, volume - liquid);
  }

  /** The plunger goes down while the valve is open to the line: the spout sucks air. */
  public void drawFromLine(Volume counted) {
    long volume = head.moved(counted.picolitres());
    long drop = spout.suckBack(volume);
    long back = tube.pull(volume - drop);
    syringe.fill(drop + back, volume - drop - back);
    runs.moved(-drop - back);
  }

  /**
   * The plunger goes up and pushes into the line. A valve that leaks between its ports lets less or
   * more than that through: the rest goes to the bottle, or comes from it.
   *
   * @param before where the plunger stood
   */
  public void expel(Flow flow, Volume before) {
    Syringe.Part part = syringe.expel(flow.counted().picolitres(), before.picolitres());
    long wanted = part.liquid() * flow.liquidPermille() / 1000;
    long fromBottle = Math.min(bottle, wanted - part.liquid());
    bottle -= fromBottle;
    leftBottle += fromBottle;
    long out = tube.push(0, part.air()) + tube.push(part.liquid() + fromBottle, 0);
    runs.moved(out);
    land(spout.receive(out));
  }

  /** The plunger goes up and pushes back into the bottle. */
  public void expelToBottle(Volume counted, Volume before) {
    long back = syringe.expel(counted.picolitres(), before.picolitres()).liquid();
    bottle += back;
    leftBottle -= back;
  }

  /** The plunger goes up and pushes into the waste. */
  public void expelToWaste(Volume counted, Volume before) {
    pan.waste(new Volume(syringe.expel(counted.picolitres(), before.picolitres()).liquid()));
  }

  /** The stopped pump lets liquid through by itself. */
  public void leak(Volume volume, long nowNanos) {
    if (!runs.isLast(RunCause.LEAK)) {
      runs.begin(RunCause.LEAK, Volume.ZERO, nowNanos);
    }
    pushExactly(volume.picolitres(), true);
  }

  private void pushExactly(long volume, boolean inletOpen) {
    long liquid = inletOpen ? Math.min(bottle, volume) : 0;
    bottle -= liquid;
    leftBottle += liquid;
    long out = tube.push(liquid, volume - liquid);
    runs.moved(out);
    land(spout.receive(out));
  }

  private void land(long picolitres) {
    leftLine += picolitres;
    if (spoutOver.isEmpty()) {
      pan.catchProduct(new Volume(picolitres));
    } else {
      crossedOut += picolitres;
      spoutOver.get().arriving.addAndGet(picolitres);
    }
  }

  /** Puts a fresh empty cup on the scale. */
  public Act putCup(Mass emptyCup) {
    return pan.put(emptyCup);
  }

  /** Puts the lifted cup back. */
  public Act putCupBack() {
    return pan.putBack();
  }

  /** Lifts the cup off the scale. */
  public Act liftCup() {
    return pan.lift();
  }

  /** Drinks a part of the cup. */
  public Act drink(int permille) {
    return pan.drink(permille);
  }

  /** Empties the cup into the waste. */
  public Act discard() {
    return pan.discard();
  }

  /** Draws some of the cup off into the waste. */
  public Act drawOff(Volume volume) {
    return pan.drawOff(volume);
  }

  /** Pours water into the cup by hand. */
  public Act addWater(Volume volume) {
    return pan.add(volume, true);
  }

  /** Pours product into the cup by hand, from elsewhere. */
  public Act addProduct(Volume volume) {
    return pan.add(volume, false);
  }

  /** Replaces the bottle. */
  public void newBottle(Volume volume) {
    takenAway += bottle;
    bottle = volume.picolitres();
    supplied += bottle;
  }

  /** Load on the pan. */
  public Mass load() {
    return pan.load();
  }

  /** What people hold to the readers. */
  public Hands hands() {
    return hands;
  }

  /** Where everything is. */
  public Truth truth() {
    return new Truth(
        new Volume(bottle),
        new Volume(
            tube.liquidPicolitres() + spout.hangingPicolitres() + syringe.liquidPicolitres()),
        pan.cupContent(),
        pan.cupProduct(),
        pan.isCupStanding(),
        pan.spilled(),
        pan.drunk(),
        pan.drunkProduct(),
        pan.waste(),
        pan.carriedAway(),
        new Volume(takenAway),
        new Volume(leftBottle),
        new Volume(leftLine),
        pan.added(),
        new Volume(supplied),
        new Volume(crossedOut),
        new Volume(crossedIn),
        pan.load(),
        runs.all());
  }
}
