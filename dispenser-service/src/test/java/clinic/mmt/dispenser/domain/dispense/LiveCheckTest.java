package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.dispense.LiveCheck.Cause;
import clinic.mmt.dispenser.domain.dispense.LiveCheck.Verdict;
import clinic.mmt.dispenser.domain.dispense.LiveSample.NoWeight;
import clinic.mmt.dispenser.domain.dispense.LiveSample.Pumped;
import clinic.mmt.dispenser.domain.dispense.LiveSample.Weighed;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** What stops a pour, how soon, and that a good one is never stopped. */
class LiveCheckTest {

  private static final Density DENSITY = new Density(1_034_500);
  private static final long COMMANDED = 8500;

  @Test
  void aGoodPourWithNoiseDripAndSlowAnswersIsNeverStopped() {
    for (int seed = 0; seed < 5000; seed++) {
      Random random = new Random(seed);
      long perSecond = 200L + random.nextInt(1500);
      LongUnaryOperator pump = t -> Math.min(COMMANDED, t * perSecond / 1000);
      long lag = 50L + random.nextInt(350);
      LongUnaryOperator cup =
          t -> {
            long v = pump.applyAsLong(Math.max(0, t - lag));
            return v - Math.floorMod(v, 50) + random.nextInt(-19, 20);
          };
      long end = COMMANDED * 1000 / perSecond;
      String at = "seed " + seed;
      assertEquals(Optional.empty(), firstStop(random, pump, cup, end), at);
    }
  }

  @Test
  void airOrAnEmptyBottleStops() { // H20: the pump counts, nothing arrives
    assertEquals(Cause.NO_WEIGHT_GAIN, cause(t -> t, t -> t < 3000 ? t : 3000));
    assertEquals(Cause.NO_WEIGHT_GAIN, cause(t -> t, t -> 0));
  }

  @Test
  void aStuckPumpStops() {
    assertEquals(Cause.PUMP_STUCK, cause(t -> Math.min(t, 2000), t -> Math.min(t, 2000)));
  }

  @Test
  void anotherFlowIntoTheCupStops() { // H88, H100
    assertEquals(Cause.UNEXPLAINED_GAIN, cause(t -> t / 4, t -> t * 2));
  }

  @Test
  void moreThanCommandedStopsByEitherWitness() {
    LiveCheck byPump = start().after(new Pumped(0, 10, volume(COMMANDED + 171)));
    assertEquals(Cause.OVERSHOOT, stop(byPump));
    LiveCheck byScale = start().after(new Weighed(0, 10, mass(COMMANDED + 171)));
    assertEquals(Cause.OVERSHOOT, stop(byScale));
    LiveCheck control = start().after(new Weighed(0, 10, mass(COMMANDED + 169)));
    assertInstanceOf(Verdict.GoOn.class, control.verdict());
  }

  @Test
  void aLiftedCupStopsAtOnce() {
    assertEquals(Cause.CUP_REMOVED, stop(start().after(new NoWeight(0, 10, true))));
    assertEquals(Cause.CUP_REMOVED, stop(start().after(new Weighed(0, 10, mass(-600)))));
    assertInstanceOf(Verdict.GoOn.class, start().after(new Weighed(0, 10, mass(-400))).verdict());
  }

  @Test
  void aCupThatWasLiftedStaysLiftedWhenItIsPutBack() {
    LiveCheck check = start().after(new NoWeight(0, 10, true)).after(new Weighed(20, 30, mass(9)));
    assertEquals(Cause.CUP_REMOVED, stop(check));
  }

  @Test
  void aSilentScaleStops() {
    LiveCheck check = start();
    for (int i = 0; i < 4; i++) {
      check = check.after(new NoWeight(200L * i, 200L * i + 20, false));
      assertInstanceOf(Verdict.GoOn.class, check.verdict());
    }
    assertEquals(Cause.SCALE_SILENT, stop(check.after(new NoWeight(800, 820, false))));
  }

  @Test
  void aPourThatShouldLongStandStops() {
    assertEquals(Cause.TOO_LONG, stop(start().after(new Pumped(60_001, 60_010, volume(10)))));
  }

  @Test
  void troubleIsSeenWithinTwoAndAHalfSeconds() { // sheet: 1 s of physics and the scale's lag
    for (LongUnaryOperator cup : List.<LongUnaryOperator>of(t -> 0, t -> t * 4 + 600)) {
      Optional<Stopped> stopped = run(new Random(1), t -> t, cup, 8500);
      assertEquals(true, stopped.orElseThrow().atMillis() <= 2500, () -> "" + stopped);
    }
  }

  @Test
  void crossedTubesAreSeenWithinASecond() { // H88: nothing at all arrives from the start on
    Optional<Stopped> stopped = run(new Random(1), t -> t, t -> 0, 8500);
    assertEquals(Optional.of(Cause.NO_WEIGHT_GAIN), stopped.map(Stopped::cause));
    assertEquals(true, stopped.orElseThrow().atMillis() <= 1000, () -> "" + stopped);
  }

  @Test
  void aSlowPumpPoursLessThanHalfAMillilitreElsewhere() { // H88, 20 mL a minute
    Optional<Stopped> stopped = run(new Random(1), t -> t / 3, t -> 0, 8500);
    assertEquals(true, stopped.orElseThrow().atMillis() / 3 <= 450, () -> "" + stopped);
  }

  @Test
  void airIsSeenAtAnyRateOfThePump() { // a slow pump moves little in one second
    for (long perSecond : new long[] {150, 300, 500, 800}) {
      Optional<Stopped> stopped = run(new Random(1), t -> t * perSecond / 1000, t -> 0, 10_000);
      assertEquals(
          Optional.of(Cause.NO_WEIGHT_GAIN), stopped.map(Stopped::cause), perSecond + " µL/s");
    }
  }

  private record Stopped(Cause cause, long atMillis) {}

  private static Cause cause(LongUnaryOperator pump, LongUnaryOperator cup) {
    return run(new Random(1), pump, cup, 8500).orElseThrow().cause();
  }

  private static Optional<Cause> firstStop(
      Random random, LongUnaryOperator pump, LongUnaryOperator cup, long end) {
    return run(random, pump, cup, end).map(Stopped::cause);
  }

  /** Pump and scale asked every 200 ms, each answer a little later, its truth in between. */
  private static Optional<Stopped> run(
      Random random, LongUnaryOperator pump, LongUnaryOperator cup, long end) {
    List<LiveSample> samples = new ArrayList<>();
    long t = 0;
    while (t < end) {
      long heard = t + 5 + random.nextInt(120);
      samples.add(new Pumped(t, heard, volume(pump.applyAsLong((t + heard) / 2))));
      t = heard + 200;
    }
    t = 0;
    while (t < end) {
      long heard = t + 5 + random.nextInt(120);
      samples.add(new Weighed(t, heard, mass(cup.applyAsLong((t + heard) / 2))));
      t = heard + 200;
    }
    samples.sort(Comparator.comparingLong(LiveSample::heardMillis));
    LiveCheck check = start();
    for (LiveSample sample : samples) {
      check = check.after(sample);
      if (check.verdict() instanceof Verdict.Stop s) {
        return Optional.of(new Stopped(s.cause(), sample.heardMillis()));
      }
    }
    return Optional.empty();
  }

  private static LiveCheck start() {
    return LiveCheck.of(
        new LiveCheck.Limits(volume(COMMANDED), Mass.ZERO, DENSITY, volume(170), 60_000));
  }

  private static Cause stop(LiveCheck check) {
    return assertInstanceOf(Verdict.Stop.class, check.verdict()).cause();
  }

  private static Volume volume(long microlitres) {
    return Volume.ofMicrolitres(microlitres);
  }

  private static Mass mass(long microlitres) {
    return DENSITY.massOf(volume(microlitres));
  }
}
