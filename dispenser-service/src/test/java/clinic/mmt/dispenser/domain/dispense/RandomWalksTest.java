package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds after any events in any order; {@link Walk} checks conservation at every step. */
class RandomWalksTest {

  private static final int WALKS = 20_000;
  private static final int STEPS = 40;

  private final List<Say.What> any = anything();

  @Test
  void invariantsHoldOnEveryPath() {
    Set<Phase> reached = EnumSet.noneOf(Phase.class);
    for (int seed = 0; seed < WALKS; seed++) {
      walk(new Random(seed), reached);
    }
    assertEquals(EnumSet.allOf(Phase.class), reached, "the control: every state is visited");
  }

  private void walk(Random random, Set<Phase> reached) {
    Walk walk = new Walk();
    boolean handedOver = false;
    boolean swallowed = false;
    int ended = 0;
    for (int step = 0; step < STEPS && ended < 4; step++) {
      ended += walk.phase().ended() ? 1 : 0;
      Phase before = walk.phase();
      stopIsNeverRefused(walk.state(), walk.holdings());
      walk.later(Duration.ofSeconds(random.nextInt(30))).tell(next(walk, random));
      reached.add(walk.phase());
      handedOver |= walk.phase() == Phase.HANDED_OVER;
      if (walk.phase() == Phase.CONSUMED && before != Phase.CONSUMED) {
        assertTrue(handedOver || before == Phase.OUTCOME_UNKNOWN, () -> "" + walk.story());
      }
      swallowed |= walk.phase() == Phase.CONSUMED || walk.phase() == Phase.PARTLY_TAKEN;
      if (swallowed) {
        assertNotEquals(Phase.Guard.FREE, walk.phase().guard(), () -> "" + walk.story());
      }
      neverOverCap(walk);
      neverFreeWithLiquid(walk);
    }
  }

  private static void stopIsNeverRefused(State state, Holdings holdings) {
    Transition answer =
        new DoseMachine(Say.PROFILE)
            .decide(state, Say.stop().apply(Walk.MORNING.plusSeconds(1)), holdings);
    assertFalse(answer instanceof Transition.Refused, () -> state.phase() + " refuses STOP");
  }

  /** What was commanded, less what stopped starts are known not to have delivered. */
  private static void neverOverCap(Walk walk) {
    if (walk.dose().order().isPresent()) {
      Volume cap = walk.dose().order().orElseThrow().cap();
      assertFalse(walk.dose().committed().isMoreThan(cap), () -> "cap " + walk.story());
    }
  }

  private static void neverFreeWithLiquid(Walk walk) {
    if (walk.phase().guard() == Phase.Guard.FREE) {
      assertEquals(Holdings.NONE, walk.holdings(), () -> "" + walk.story());
    }
  }

  /** Three in four steps go on as the state suggests, the others are anything at all. */
  private Say.What next(Walk walk, Random random) {
    List<Say.What> usual = usual(walk, random);
    return random.nextInt(4) == 0 || usual.isEmpty() ? pick(any, random) : pick(usual, random);
  }

  private static Say.What pick(List<Say.What> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<Say.What> usual(Walk walk, Random random) {
    long missing = 8500 - walk.dose().weighing().map(w -> w.volume().microlitres()).orElse(0L);
    long last = walk.dose().intents().isEmpty() ? 0 : last(walk).commanded().microlitres();
    long pumped = Math.max(0, last - random.nextLong(3) * random.nextInt(400));
    long weighed = walk.dose().pumped().microlitres() + random.nextInt(400) - 200;
    return switch (walk.phase()) {
      case REVIEWING ->
          List.of(Say.tap(), Say.tapFirstStroke(3000), Say.notFit(), Say.calledBack(Say.OTHER));
      case REFERRED, WAITING -> List.of(Say.calledBack(Say.NURSE));
      case ARMED -> List.of(Say.startHandedOver());
      case STARTING -> List.of(Say.runs(), Say.runs(), Say.startNotWritten());
      case POURING -> List.of(Say.finished(pumped), Say.finished(last), Say.stop());
      case STOPPED -> List.of(Say.stands(pumped), Say.stands(random.nextInt(8500)), Say.lost());
      case SETTLING ->
          List.of(Say.weighed(weighed), Say.weighedAfterStop(weighed), Say.notWeighed());
      case TOP_UP ->
          List.of(
              Say.topUp(Math.max(1, missing)),
              Say.stroke(IntentKind.STROKE, Math.clamp(missing, 1, 3000)),
              Say.topUpOff());
      case DISCREPANCY -> List.of(Say.rest(Math.max(1, missing)), Say.drawnOff(), Say.asItIs(true));
      case MEASURED -> List.of(Say.handOver(), Say.hold(), Say.identifiedAgain());
      case HELD -> List.of(Say.identifiedAgain(), Say.weighed(weighed));
      case OUTCOME_UNKNOWN ->
          List.of(Say.provedUnmoved(), Say.foundInCup(random.nextInt(9000), true), Say.restarted());
      case HANDED_OVER,
          LEFT_BEFORE_POUR,
          VOIDED,
          CONSUMED,
          PARTLY_TAKEN,
          REFUSED,
          SPILLED,
          TAKEN_AWAY,
          UNCERTAIN,
          DISCARDED ->
          List.of();
    };
  }

  private static Intent last(Walk walk) {
    return walk.dose().intents().getLast();
  }

  private static List<Say.What> anything() {
    List<Say.What> all = new ArrayList<>();
    StatesTable.groups().values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .forEach(all::add);
    return List.copyOf(all);
  }

  @Test
  void everyStateHasAWayToAnEnd() { // principle 3: no state without a way on
    for (Phase phase : Phase.values()) {
      Set<Phase> reached = EnumSet.of(phase);
      for (int seed = 0; seed < 300 && reached.stream().noneMatch(Phase::ended); seed++) {
        Walk walk = Walk.to(phase);
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
          walk.tell(next(walk, random));
          reached.add(walk.phase());
        }
      }
      assertTrue(reached.stream().anyMatch(Phase::ended), phase::name);
    }
  }

  @Test
  void consumedAfterAnUnknownOutcomeTookTwoSignatures() {
    Walk walk = Walk.to(Phase.OUTCOME_UNKNOWN).tell(Say.foundDrunk(8500, 1000, false));
    assertInstanceOf(Transition.Refused.class, walk.last());
    walk.tell(Say.foundDrunk(8500, 1000, true)).is(Phase.CONSUMED);
  }
}
