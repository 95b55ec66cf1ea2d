package clinic.mmt.dispenser.main.simulate.device;

/** A paper cup: how heavy it is, what is in it, and whose dose that is. */
public final class Cup {

  private final long micrograms;
  private long nanolitres;
  private String dose = "";

  /** An empty, clean cup of so many micrograms. */
  public Cup(long micrograms) {
    this.micrograms = micrograms;
  }

  /** The cup alone, in micrograms. */
  public long micrograms() {
    return micrograms;
  }

  /** What is in it, in nanolitres. */
  public long nanolitres() {
    return nanolitres;
  }

  /** The dose that was poured into it; empty for a clean cup. */
  public String dose() {
    return dose;
  }

  void pour(String into, long more) {
    dose = into;
    nanolitres += more;
  }

  /** Takes up to so many nanolitres out; the answer is what came. */
  public long takeOut(long most) {
    long taken = Math.min(most, nanolitres);
    nanolitres -= taken;
    return taken;
  }
}
