package clinic.mmt.dispenser.domain.dispense;

/**
 * Which part of a day's dose; an undivided dose is part 1.
 *
 * @param number 1 to 4
 */
public record DosePart(int number) {

  /** The undivided dose of a day. */
  public static final DosePart WHOLE = new DosePart(1);

  /** Checks the range. */
  public DosePart {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("a day has parts 1 to 4: " + number);
    }
  }
}
