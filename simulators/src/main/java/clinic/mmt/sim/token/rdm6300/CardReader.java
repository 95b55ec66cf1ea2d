package clinic.mmt.sim.token.rdm6300;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.World;
import java.util.Optional;

/** What a card reader does: sees the card in its field. Knows no bytes. */
public final class CardReader implements Behaviour {

  /** The other card of the two-cards fault. */
  static final String SECOND_CARD = "1A00BC614E";

  private final World world;
  private final FaultBox faults;
  private boolean secondsTurn;

  /** A reader at its station. */
  public CardReader(World world, FaultBox faults) {
    this.world = world;
    this.faults = faults;
  }

  /** The card whose frame is next, if one is in the field; ten hex digits. */
  Optional<String> nextCard() {
    Optional<String> card = world.hands().card();
    if (card.isPresent() && faults.has(FaultKind.TWO_CARDS)) {
      secondsTurn = !secondsTurn;
      return secondsTurn ? card : Optional.of(SECOND_CARD);
    }
    return card;
  }

  boolean isCardInField() {
    return world.hands().card().isPresent();
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
