package clinic.mmt.dispenser.main.simulate.device;

/** What is wrong with a pump and its tube just now. */
public final class PumpTrouble {

  private static final long NEVER = Long.MAX_VALUE;

  private boolean wrongReadBack;
  private boolean startLost;
  private boolean startUnanswered;
  private boolean air;
  private int factorPermille = 1000;
  private long stallAfter = NEVER;
  private long silentUntilNanos;
  private boolean another;

  /** All is well again, but for the line, which is plugged by hand. */
  public void heal() {
    wrongReadBack = false;
    startLost = false;
    startUnanswered = false;
    air = false;
    factorPermille = 1000;
    stallAfter = NEVER;
    another = false;
  }

  /** It reads back ten times the volume it was told. */
  public void readBackWrong() {
    wrongReadBack = true;
  }

  /** The next start frame does not reach it. */
  public void loseStart() {
    startLost = true;
  }

  /** It starts, and the answer to the next start gets lost. */
  public void loseAnswerToStart() {
    startUnanswered = true;
  }

  /** It counts and no liquid comes. */
  public void air() {
    air = true;
  }

  /** For each thousand parts it counts so many really come. */
  public void factor(int permille) {
    factorPermille = permille;
  }

  /** Its motor stalls after so many nanolitres of a run. */
  public void stall(long nanolitres) {
    stallAfter = nanolitres;
  }

  /** It answers nothing until that instant of virtual time, in nanoseconds. */
  public void silent(long untilNanos) {
    silentUntilNanos = untilNanos;
  }

  /** Somebody has put another pump in its place. */
  public void swapped() {
    another = true;
  }

  boolean wrongReadBack() {
    return wrongReadBack;
  }

  boolean takeStartLost() {
    boolean was = startLost;
    startLost = false;
    return was;
  }

  boolean takeStartUnanswered() {
    boolean was = startUnanswered;
    startUnanswered = false;
    return was;
  }

  long stallAfter() {
    return stallAfter;
  }

  boolean silentAt(long nanos) {
    return nanos < silentUntilNanos;
  }

  boolean isAnother() {
    return another;
  }

  long real(long counted) {
    return air ? 0 : counted * factorPermille / 1000;
  }
}
