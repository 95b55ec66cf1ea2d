package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;
import org.jspecify.annotations.Nullable;

/** The pan under the spout, the cup on it or in a hand, and where its content goes. */
final class Pan {

  private final Density density;
  private @Nullable Cup cup;
  private boolean standing;
  private Volume spilled = Volume.ZERO;
  private Volume drunkProduct = Volume.ZERO;
  private Volume drunkWater = Volume.ZERO;
  private Volume waste = Volume.ZERO;
  private Volume carriedAway = Volume.ZERO;
  private Volume added = Volume.ZERO;

  Pan(Density density) {
    this.density = density;
  }

  /** Product falls from the spout. */
  void catchProduct(Volume falling) {
    if (cup != null && standing) {
      cup = cup.withProduct(falling);
    } else {
      spilled = spilled.plus(falling);
    }
  }

  /** Product leaves by a port that leads to the waste. */
  void waste(Volume leaving) {
    waste = waste.plus(leaving);
  }

  Act put(Mass emptyCup) {
    if (standing) {
      return Act.refused("a cup stands on the scale; lift it first");
    }
    if (cup != null) {
      carriedAway = carriedAway.plus(cup.content());
    }
    cup = Cup.empty(emptyCup);
    standing = true;
    return Act.done();
  }

  Act putBack() {
    if (cup == null || standing) {
      return Act.refused(
          standing ? "the cup stands on the scale already" : "no cup was lifted; put one");
    }
    standing = true;
    return Act.done();
  }

  Act lift() {
    if (!standing) {
      return Act.refused("no cup stands on the scale; put one first");
    }
    standing = false;
    return Act.done();
  }

  Act drink(int permille) {
    if (cup == null) {
      return Act.refused("there is no cup to drink from; put one first");
    }
    Volume product = cup.product().permille(permille);
    Volume water = cup.water().permille(permille);
    drunkProduct = drunkProduct.plus(product);
    drunkWater = drunkWater.plus(water);
    cup = cup.without(product, water);
    return Act.done();
  }

  Act discard() {
    if (cup == null) {
      return Act.refused("there is no cup to empty; put one first");
    }
    waste = waste.plus(cup.content());
    cup = Cup.empty(cup.empty());
    return Act.done();
  }

  Act drawOff(Volume wanted) {
    if (cup == null || cup.content().compareTo(wanted) < 0) {
      return Act.refused("the cup does not hold so much; draw off less");
    }
    Volume product =
        cup.content().isPositive()
            ? new Volume(
                Math.round(
                    (double) wanted.picolitres()
                        * cup.product().picolitres()
                        / cup.content().picolitres()))
            : Volume.ZERO;
    product = product.min(cup.product());
    waste = waste.plus(wanted);
    cup = cup.without(product, wanted.minus(product));
    return Act.done();
  }

  Act add(Volume volume, boolean water) {
    if (cup == null) {
      return Act.refused("there is no cup to pour into; put one first");
    }
    cup = water ? cup.withWater(volume) : cup.withProduct(volume);
    added = added.plus(volume);
    return Act.done();
  }

  Mass load() {
    return cup != null && standing ? cup.mass(density) : Mass.ZERO;
  }

  boolean isCupStanding() {
    return standing;
  }

  Volume cupContent() {
    return cup == null ? Volume.ZERO : cup.content();
  }

  Volume cupProduct() {
    return cup == null ? Volume.ZERO : cup.product();
  }

  Volume spilled() {
    return spilled;
  }

  Volume drunk() {
    return drunkProduct.plus(drunkWater);
  }

  Volume drunkProduct() {
    return drunkProduct;
  }

  Volume waste() {
    return waste;
  }

  Volume carriedAway() {
    return carriedAway;
  }

  Volume added() {
    return added;
  }
}
