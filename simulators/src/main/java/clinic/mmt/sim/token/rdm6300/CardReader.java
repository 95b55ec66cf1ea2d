package clinic.mmt.sim.token.rdm6300;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.World;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a card reader does: sees the card in its field. Knows no bytes. */
public final class CardReader implements Behaviour {

  /** The other card of the two-cards fault. */
  static final String SECOND_CARD = "1A00BC614E";

  /** An EM4100 card; one of another frequency is not seen. */
  private static final String CARD = "[0-9A-F]{10}";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final World world;
  private final FaultBox faults;
  private final SplittableRandom random;
  private boolean secondsTurn;

  /** A reader at its station. */
  public CardReader(World world, FaultBox faults, long seed) {
    this.world = world;
    this.faults = faults;
    this.random = new SplittableRandom(seed);
  }

  /** The card whose frame is next, if one is in the field; ten hex digits. */
  Optional<String> nextCard() {
    Optional<String> card = card();
    if (card.isPresent() && faults.has(FaultKind.TWO_CARDS)) {
      secondsTurn = !secondsTurn;
      return secondsTurn ? card : Optional.of(SECOND_CARD);
    }
    return card;
  }

  /** The card in the field. */
  Optional<String> card() {
    return world.hands().card().filter(text -> text.matches(CARD));
  }

  /** Whether this frame loses its first byte. */
  boolean losesStart() {
    return faults.use(FaultKind.LOST_START).isPresent();
  }

  /** Whether this frame has its digits in lower case. */
  boolean isLowerCase() {
    return faults.use(FaultKind.LOWER_CASE).isPresent();
  }

  /** How much later than usual the next frame comes, real time. */
  long jitterNanos() {
    long most = faults.active(FaultKind.JITTER).map(Fault::value).orElse(0L);
    return most == 0 ? 0 : random.nextLong(most * NANOS_PER_MILLI);
  }

  @Override
  public void advance(long simulatedNanos) {
    // A reader has no inner time.
  }

  @Override
  public void powerOff() {
    secondsTurn = false;
  }

  @Override
  public void powerOn() {
    // A reader has no memory.
  }

  @Override
  public void swap() {
    powerOff();
  }
}
