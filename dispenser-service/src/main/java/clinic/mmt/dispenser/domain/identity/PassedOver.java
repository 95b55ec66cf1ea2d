package clinic.mmt.dispenser.domain.identity;

import java.util.Map;
import java.util.Optional;

/**
 * Why a finger was passed over, and by what the person was known besides card and photo.
 *
 * @param why from the list
 * @param words more in words; needed for {@link Why#OTHER}
 * @param besides what else was compared
 */
public record PassedOver(Why why, String words, Besides besides) {

  /** Why a finger could not be read. */
  public enum Why {
    /** Sweat or water. */
    WET,
    /** Dry skin. */
    DRY,
    /** Dirt, paint, oil. */
    DIRTY,
    /** Worn flat, as by manual work. */
    WORN,
    /** A cut, a burn, a bandage. */
    INJURED,
    /** An illness of the skin. */
    SKIN_DISEASE,
    /** The finger, or all that are enrolled, is missing. */
    MISSING,
    /** No finger of this person is enrolled. */
    NOT_ENROLLED,
    /** The reader, its glass or its cable. */
    DEVICE,
    /** Something else, in words. */
    OTHER
  }

  /** What was compared besides card and photo. */
  public enum Besides {
    /** The citizen card in the hand. */
    CITIZEN_CARD,
    /** Something the person said that is on record: year of birth, commune, a relative. */
    SPOKEN_FACT
  }

  /** Whether words are missing. */
  public boolean lacksWords() {
    return why == Why.OTHER && words.isBlank();
  }

  /** As details of an attempt; what {@link #of} reads. */
  public Map<String, String> detail() {
    return Map.of("why", why.name(), "words", words, "besides", besides.name());
  }

  /** From the details of an attempt; empty for those of before there was a list. */
  public static Optional<PassedOver> of(Map<String, String> detail) {
    String why = detail.getOrDefault("why", "");
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PassedOver(
                Why.valueOf(why),
                detail.getOrDefault("words", ""),
                Besides.valueOf(detail.getOrDefault("besides", ""))));
  }
}
