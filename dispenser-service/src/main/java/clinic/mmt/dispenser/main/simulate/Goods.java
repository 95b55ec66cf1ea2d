package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** What the clinic buys; invented. */
enum Goods {
  /** The one that is poured from on most days. */
  USUAL("MTD-10-1000", 1000, 92, 30),
  /** Its batches come without a measured density. */
  UNMEASURED("MTD-10-150", 150, 28, 12),
  /** Comes with little time left, and is not used before it expires. */
  SHORT_DATED("MTD-10-500", 500, 60, 2);

  private final String product;
  private final int millilitres;
  private final int emptyGrams;

  /** How many containers come at once. */
  final int containers;

  Goods(String product, int millilitres, int emptyGrams, int containers) {
    this.product = product;
    this.millilitres = millilitres;
    this.emptyGrams = emptyGrams;
    this.containers = containers;
  }

  ProductId id() {
    return new ProductId(product);
  }

  Volume container() {
    return Volume.ofMillilitres(millilitres);
  }

  /** A bottle with less is not worth mounting; the floor is 100 mL. */
  Volume least() {
    return Volume.ofMillilitres(this == UNMEASURED ? 130 : 200);
  }

  /** An empty container with its cap. */
  Mass empty() {
    return Mass.ofGrams(emptyGrams);
  }

  /** As the pharmacist notes it. */
  Product product() {
    return new Product(
        id(),
        "Bịa " + name(),
        Concentration.ofMilligramsPerMillilitre(10),
        container(),
        empty(),
        "orange",
        Optional.empty());
  }
}
