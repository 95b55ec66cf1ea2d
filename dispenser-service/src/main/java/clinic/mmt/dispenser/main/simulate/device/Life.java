package clinic.mmt.dispenser.main.simulate.device;

/** One process, or the world. What a dead process left to be done is never done. */
public final class Life {

  /** No step is the last one. */
  private static final int NEVER = -1;

  private final Runnable dies;
  private boolean alive = true;
  private int fuse = NEVER;

  /** A process; {@code dies} is run when its fuse is burnt down. */
  public Life(Runnable dies) {
    this.dies = dies;
  }

  /** Whether its steps are still taken. */
  public boolean alive() {
    return alive;
  }

  /** No further step is taken. */
  public void end() {
    alive = false;
    fuse = NEVER;
  }

  /** Dies after so many more steps. */
  public void burn(int steps) {
    fuse = steps;
  }

  /** Gives a burning fuse up. */
  public void quench() {
    fuse = NEVER;
  }

  /** Before each step; the process may die here instead. */
  boolean step() {
    if (alive && fuse == 0) {
      end();
      dies.run();
    }
    fuse -= fuse > 0 ? 1 : 0;
    return alive;
  }
}
