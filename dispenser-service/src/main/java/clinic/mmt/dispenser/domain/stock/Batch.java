package clinic.mmt.dispenser.domain.stock;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import java.util.Optional;

/**
 * A batch as it was received: its strength is a fact of the batch, never typed again at the pump
 * (H11).
 *
 * @param id its number
 * @param concentration nominal strength
 * @param density measured here for this batch; empty until then
 */
public record Batch(BatchId id, Concentration concentration, Optional<Density> density) {}
