package clinic.mmt.dispenser.app.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person at the counter can ask for one visit. STOP is not here: it needs no visit. */
public enum Step {
  /** First attestation, and pour. */
  POUR,
  /** The dispenser has drawn the dose by hand. */
  POURED,
  /** Not fit now. */
  NOT_FIT,
  /** Call the doctor. */
  CALL_DOCTOR,
  /** Went away before the pour. */
  LEFT,
  /** Pour the rest after a stop. */
  REST,
  /** Excess was drawn off; weigh again. */
  DRAWN_OFF,
  /** Give it as it is. */
  AS_IT_IS,
  /** Into the waste container. */
  DISCARD,
  /** Hold the cup. */
  HOLD,
  /** Give the cup to the identified person. */
  HAND_OVER,
  /** Second attestation: swallowed, rinsed, spoke. */
  SWALLOWED,
  /** A part was taken. */
  PART_TAKEN,
  /** Given back untouched. */
  GIVEN_BACK,
  /** Spilled after the hand-over. */
  SPILLED,
  /** Left with the cup. */
  WALKED_OFF,
  /** Nobody saw. */
  NOT_SEEN,
  /** Unknown outcome: nothing moved, by pump and scale. */
  UNKNOWN_UNMOVED,
  /** Unknown outcome: found in the cup. */
  UNKNOWN_IN_CUP,
  /** Unknown outcome: discarded. */
  UNKNOWN_DISCARDED,
  /** Unknown outcome: drunk. */
  UNKNOWN_DRUNK,
  /** Unknown outcome: nobody will ever know. */
  UNKNOWN_FOR_EVER,
  /** Vomited. */
  VOMITED,
  /** It was the wrong dose. */
  WRONG_DOSE,
  /** The second tap was a mistake. */
  CORRECTION;

  /** Its name in ids and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The step called {@code word}. */
  public static Optional<Step> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
