package clinic.mmt.dispenser.main.simulate.device;

import java.util.Optional;

/** The glass of a fingerprint reader: whose finger is on it, and what is wrong with it. */
public final class Reader {

  private Optional<String> finger = Optional.empty();
  private boolean smudged;
  private boolean broken;
  private boolean sensorWrong;

  /** Somebody's finger is on the glass. */
  public void finger(Optional<String> whose) {
    finger = whose;
  }

  /** No image can be used. */
  public void smudge() {
    smudged = true;
  }

  /** It answers nothing. */
  public void breakDown() {
    broken = true;
  }

  /** It makes good images that match nothing. */
  public void blur() {
    sensorWrong = true;
  }

  /** All is well again. */
  public void heal() {
    smudged = false;
    broken = false;
    sensorWrong = false;
  }

  Optional<String> finger() {
    return finger;
  }

  boolean smudged() {
    return smudged;
  }

  boolean broken() {
    return broken;
  }

  boolean sensorWrong() {
    return sensorWrong;
  }
}
