package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import java.util.Optional;

/**
 * The bottle a station's pump draws from; its strength rules every dose.
 *
 * @param bottle our own label
 * @param batch its batch
 * @param concentration nominal strength
 * @param density measured for this batch; empty means the gross gate of the tolerance table
 */
public record MountedBottle(
    BottleId bottle, BatchId batch, Concentration concentration, Optional<Density> density) {}
