package clinic.mmt.dispenser.main.simulate.device;

/** What is really in a bottle, whatever a book says of it. */
public final class Flask {

  private final long densityMicrograms;
  private long nanolitres;

  /**
   * A bottle.
   *
   * @param nanolitres in it
   * @param densityMicrograms true density of the liquid, micrograms per millilitre
   */
  public Flask(long nanolitres, long densityMicrograms) {
    this.nanolitres = nanolitres;
    this.densityMicrograms = densityMicrograms;
  }

  /** What is in it, in nanolitres. */
  public long nanolitres() {
    return nanolitres;
  }

  /** The true density of the liquid, micrograms per millilitre. */
  public long density() {
    return densityMicrograms;
  }

  /** The mass of the liquid, in micrograms. */
  public long micrograms() {
    return nanolitres / 1000 * densityMicrograms / 1000;
  }

  /** So much leaves it, by the tube or by hand. */
  public void take(long more) {
    nanolitres -= more;
  }

  /** All but a film on the wall goes into another one. */
  public void into(Flask other, long film) {
    long moved = Math.max(0, nanolitres - film);
    nanolitres -= moved;
    other.nanolitres += moved;
  }

  /** It is knocked over. */
  public void spilt() {
    nanolitres = 0;
  }
}
