package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The bottle a station's pump draws from; its strength rules every dose.
 *
 * @param bottle our own label
 * @param batch its batch
 * @param concentration nominal strength
 * @param density measured for this batch; empty means the gross gate of the tolerance table
 * @param labelled what is known of a bottle with our own label
 */
public record MountedBottle(
    BottleId bottle,
    BatchId batch,
    Concentration concentration,
    Optional<Density> density,
    Optional<Labelled> labelled) {

  /**
   * What is known of a bottle with our own label.
   *
   * @param container what it held when it came
   * @param until the last day it may be poured from: its in-use end or its expiry
   */
  public record Labelled(Volume container, LocalDate until) {}

  /** What it held when it came, where that is known. */
  public Optional<Volume> container() {
    return labelled.map(Labelled::container);
  }

  /** Whether it may not be poured from any more on {@code day}. */
  public boolean past(LocalDate day) {
    return labelled.filter(known -> day.isAfter(known.until())).isPresent();
  }

  /** A bottle without a label of ours. */
  public MountedBottle(
      BottleId bottle, BatchId batch, Concentration concentration, Optional<Density> density) {
    this(bottle, batch, concentration, density, Optional.empty());
  }

  /** The same with another density of its batch. */
  public MountedBottle remeasured(Optional<Density> measured) {
    return new MountedBottle(bottle, batch, concentration, measured, labelled);
  }
}
