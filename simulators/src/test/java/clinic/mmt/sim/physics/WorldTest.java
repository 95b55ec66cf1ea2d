package clinic.mmt.sim.physics;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

  private static final long STEP = 2_000_000;

  private static World world() {
    return new World(StationSettings.usual(), 7);
  }

  private static void pour(World world, long microlitres) {
    world.beginRun(RunCause.WIRE, Volume.ofMicrolitres(microlitres), 0);
    for (long i = 0; i < microlitres; i++) {
      world.push(Flow.healthy(Volume.ofMicrolitres(1)));
      world.advance(STEP);
    }
  }

  private static void settle(World world) {
    for (int i = 0; i < 1000; i++) {
      world.advance(STEP);
    }
  }

  @Test
  void crossedTubesPourIntoTheCupNextDoorAndNothingIsLost() { // H88
    World here = world();
    World there = world();
    here.putCup(Mass.ofMilligrams(12_000));
    there.putCup(Mass.ofMilligrams(12_000));
    here.spoutOver(there);
    pour(here, 5000);
    settle(here);
    there.advance(STEP);
    assertEquals(0, here.truth().cup().microlitres());
    assertEquals(here.truth().crossedOut(), there.truth().cup());
    assertTrue(there.truth().cup().microlitres() > 4900, "control: it fell there");
    assertEquals(here.truth().everything(), here.truth().found());
    assertEquals(there.truth().everything(), there.truth().found());
    here.spoutOver(here);
    pour(here, 1000);
    settle(here);
    assertTrue(here.truth().cup().microlitres() > 900, "home again");
  }

  /** Liquid is never made or lost, whatever people and pumps do; a failure prints its seed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void liquidIsAlwaysSomewhere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    World world =
        new World(
            new StationSettings(
                new Density(1_100_000), Volume.ofMicrolitres(20_000), random.nextBoolean()),
            seed);
    for (int i = 0; i < 20_000; i++) {
      act(world, random);
      Truth truth = world.truth();
      assertEquals(truth.everything(), truth.found(), "seed " + seed + " step " + i);
      assertTrue(truth.bottle().picolitres() >= 0, "seed " + seed + " step " + i);
      assertTrue(truth.cup().picolitres() >= 0, "seed " + seed + " step " + i);
    }
    assertTrue(world.truth().leftBottle().isPositive(), "control: something did flow");
  }

  private static void act(World world, SplittableRandom random) {
    Volume some = new Volume(random.nextLong(50_000_000));
    Flow flow = new Flow(some, random.nextInt(1500), random.nextInt(4) > 0);
    switch (random.nextInt(40)) {
      case 0 -> world.putCup(Mass.ofMilligrams(12_000));
      case 1 -> world.liftCup();
      case 2 -> world.putCupBack();
      case 3 -> world.drink(random.nextInt(1001));
      case 4 -> world.discard();
      case 5 -> world.drawOff(some);
      case 6 -> world.addWater(some);
      case 7 -> world.addProduct(some);
      case 8 -> world.newBottle(new Volume(random.nextLong(10_000_000_000L)));
      case 9 -> world.leak(some, 0);
      case 10 -> world.beginRun(RunCause.WIRE, some, 0);
      case 11, 12, 13 -> world.pull(flow);
      case 14, 15, 16, 17, 18, 19 -> world.advance(random.nextLong(100_000_000));
      default -> world.push(flow);
    }
  }

  /** The pump moves within 0.3 % of what it counts, and all of it reaches the cup. */
  @Test
  void aPrimedLinePoursWhatIsCounted() {
    World world = world();
    world.putCup(Mass.ofMilligrams(12_000));
    pour(world, 8000);
    settle(world);
    long cup = world.truth().cup().microlitres();
    assertTrue(Math.abs(cup - 8000) <= 8000 * 4 / 1000, "in the cup: " + cup);
    assertEquals(world.truth().leftLine(), world.truth().cup());
    assertEquals(cup, world.truth().runs().getFirst().moved().microlitres());
    assertNear(12_000_000 + cup * 1050, world.load().micrograms(), 1050);
  }

  @Test
  void aDropHangsAtTheSpoutAndFallsAfterTheStop() {
    World world = world();
    world.putCup(Mass.ZERO);
    pour(world, 1000);
    long atStop = world.truth().cup().microlitres();
    for (int i = 0; i < 500; i++) {
      world.advance(STEP);
    }
    long afterDrip = world.truth().cup().microlitres();
    assertNear(20, afterDrip - atStop, 1);
    settle(world);
    assertEquals(afterDrip, world.truth().cup().microlitres(), "control: then nothing more");
  }

  @Test
  void anUnprimedLineGivesAirFirst() {
    World world =
        new World(
            new StationSettings(new Density(1_000_000), Volume.ofMicrolitres(9000), false), 1);
    world.putCup(Mass.ZERO);
    pour(world, 2400);
    assertEquals(Volume.ZERO, world.truth().leftLine());
    pour(world, 1000);
    settle(world);
    assertNear(900, world.truth().cup().microlitres(), 15);
  }

  @Test
  void anEmptyBottleEmptiesTheLineToo() {
    World world =
        new World(new StationSettings(new Density(1_000_000), Volume.ofMicrolitres(100), true), 1);
    world.putCup(Mass.ZERO);
    pour(world, 4000);
    settle(world);
    assertNear(2600, world.truth().cup().microlitres(), 1);
    assertEquals(0, world.truth().line().microlitres());
  }

  @Test
  void withoutACupLiquidIsSpilledAndNotWeighed() {
    World world = world();
    pour(world, 500);
    settle(world);
    assertNear(500, world.truth().spilled().microlitres(), 3);
    assertEquals(Mass.ZERO, world.load());
  }

  @Test
  void aLiftedCupIsDrunkFromPutBackOrCarriedAway() {
    World world = world();
    assertInstanceOf(Act.Refused.class, world.liftCup(), "there is none yet");
    world.putCup(Mass.ofMilligrams(10_000));
    assertInstanceOf(Act.Refused.class, world.putCup(Mass.ZERO), "one stands there");
    world.addProduct(Volume.ofMicrolitres(4000));
    world.addWater(Volume.ofMicrolitres(4000));
    world.liftCup();
    assertEquals(Mass.ZERO, world.load());
    world.drink(500);
    assertEquals(4000, world.truth().drunk().microlitres());
    assertEquals(2000, world.truth().drunkProduct().microlitres());
    world.putCupBack();
    assertEquals(10_000_000 + 2000 * 1050 + 2000 * 998, world.load().micrograms());
    world.liftCup();
    world.putCup(Mass.ZERO);
    assertEquals(4000, world.truth().carriedAway().microlitres());
  }

  @Test
  void theSameSeedGivesTheSameWorld() {
    World one = new World(StationSettings.usual(), 3);
    World same = new World(StationSettings.usual(), 3);
    World other = new World(StationSettings.usual(), 4);
    pour(one, 3000);
    pour(same, 3000);
    pour(other, 3000);
    assertEquals(one.truth(), same.truth());
    assertTrue(!one.truth().spilled().equals(other.truth().spilled()), "control: seeds matter");
  }
}
