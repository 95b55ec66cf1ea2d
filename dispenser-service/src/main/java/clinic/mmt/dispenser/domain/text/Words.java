package clinic.mmt.dispenser.domain.text;

/**
 * Why something can't be done, in one language.
 *
 * @param text plain words
 * @param wayOn what helps
 */
public record Words(String text, String wayOn) {}
