package clinic.mmt.sim.core;

/**
 * A volume of liquid. Counted in whole picolitres so that liquid moved in small steps is never lost
 * to rounding; whole microlitres at every border to the outside.
 *
 * @param picolitres 1 microlitre = 1 000 000 picolitres
 */
public record Volume(long picolitres) implements Comparable<Volume> {

  /** No liquid at all. */
  public static final Volume ZERO = new Volume(0);

  private static final long PICOLITRES_PER_NANOLITRE = 1_000;
  private static final long PICOLITRES_PER_MICROLITRE = 1_000_000;

  /** Whole microlitres. */
  public static Volume ofMicrolitres(long microlitres) {
    return new Volume(Math.multiplyExact(microlitres, PICOLITRES_PER_MICROLITRE));
  }

  /** Whole nanolitres. */
  public static Volume ofNanolitres(long nanolitres) {
    return new Volume(Math.multiplyExact(nanolitres, PICOLITRES_PER_NANOLITRE));
  }

  /** Rounded to whole microlitres, halves up. */
  public long microlitres() {
    return Math.floorDiv(picolitres + PICOLITRES_PER_MICROLITRE / 2, PICOLITRES_PER_MICROLITRE);
  }

  /** Rounded to whole nanolitres, halves up. */
  public long nanolitres() {
    return Math.floorDiv(picolitres + PICOLITRES_PER_NANOLITRE / 2, PICOLITRES_PER_NANOLITRE);
  }

  /** The sum. */
  public Volume plus(Volume other) {
    return new Volume(picolitres + other.picolitres);
  }

  /** The difference; may be negative. */
  public Volume minus(Volume other) {
    return new Volume(picolitres - other.picolitres);
  }

  /** The smaller of the two. */
  public Volume min(Volume other) {
    return picolitres <= other.picolitres ? this : other;
  }

  /** Parts in a thousand of this volume, rounded down. */
  public Volume permille(int permille) {
    return new Volume(
        Math.multiplyExact(picolitres / 1000, permille) + picolitres % 1000 * permille / 1000);
  }

  /** Whether there is something. */
  public boolean isPositive() {
    return picolitres > 0;
  }

  @Override
  public int compareTo(Volume other) {
    return Long.compare(picolitres, other.picolitres);
  }
}
