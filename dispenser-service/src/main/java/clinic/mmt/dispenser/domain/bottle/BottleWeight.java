package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What a weight says of a bottle: gross, minus the empty container of its product, by the density
 * of its batch.
 *
 * @param net mass of the liquid; below zero when the empty container weighs more
 * @param density measured for this batch; empty means the gross gate
 */
public record BottleWeight(Mass net, Optional<Density> density) {

  /** Of a bottle that weighs {@code gross} with its container. */
  public static BottleWeight of(Mass gross, Product product, Batch batch) {
    return new BottleWeight(gross.minus(product.empty()), batch.density());
  }

  /** The volume, where a density is known and there is any liquid. */
  public Optional<Volume> volume() {
    return density.map(
        d -> net.isLessThan(Mass.ZERO) ? d.volumeOf(net.negated()).negated() : d.volumeOf(net));
  }

  /**
   * Whether it agrees with a volume. Without a density only what no solution of ours can weigh is
   * out.
   */
  public boolean agrees(Volume book, StockValues values) {
    return volume()
        .map(v -> values.weight().holds(v, book))
        .orElseGet(
            () -> {
              Volume slack = values.weight().limit(book);
              Mass least = values.lightest().massOf(book.minus(slack).orMore(Volume.ZERO));
              Mass most = values.heaviest().massOf(book.plus(slack).orMore(Volume.ZERO));
              return !net.isLessThan(least) && !net.isMoreThan(most);
            });
  }
}
