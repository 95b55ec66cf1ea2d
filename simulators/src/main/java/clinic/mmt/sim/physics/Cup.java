package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Volume;

/**
 * A cup and what is in it.
 *
 * @param empty its own mass
 * @param product medicine solution
 * @param water added by hand
 */
record Cup(Mass empty, Volume product, Volume water) {

  /** Water at room temperature, micrograms a microlitre. */
  private static final long WATER_MICROGRAMS_PER_MICROLITRE = 998;

  private static final long PICOLITRES_PER_MICROLITRE = 1_000_000;

  static Cup empty(Mass mass) {
    return new Cup(mass, Volume.ZERO, Volume.ZERO);
  }

  Volume content() {
    return product.plus(water);
  }

  Cup withProduct(Volume more) {
    return new Cup(empty, product.plus(more), water);
  }

  Cup withWater(Volume more) {
    return new Cup(empty, product, water.plus(more));
  }

  /** What is left after a part of the well-mixed content was taken out. */
  Cup without(Volume productTaken, Volume waterTaken) {
    return new Cup(empty, product.minus(productTaken), water.minus(waterTaken));
  }

  Mass mass(Density density) {
    long productMicrograms =
        product.picolitres() / 1000 * density.microgramsPerMillilitre() / PICOLITRES_PER_MICROLITRE;
    long waterMicrograms = water.picolitres() / 1000 * WATER_MICROGRAMS_PER_MICROLITRE / 1000;
    return empty.plus(new Mass(productMicrograms + waterMicrograms));
  }
}
