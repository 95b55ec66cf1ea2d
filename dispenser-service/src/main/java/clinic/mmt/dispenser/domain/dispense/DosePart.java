package clinic.mmt.dispenser.domain.dispense;

/**
 * Which part of a day's dose; an undivided dose is part 1. The parts from 3 on are second doses of
 * a day, which only a doctor's order of that day opens ({@link AddedDose}).
 *
 * @param number 1 to 4
 */
public record DosePart(int number) {

  /** The undivided dose of a day. */
  public static final DosePart WHOLE = new DosePart(1);

  /** The later part of a split dose. */
  public static final DosePart LATER = new DosePart(2);

  /** What replaces a vomited dose. */
  public static final DosePart REPLACEMENT = new DosePart(3);

  /** The missing part of a dose, or a supplement. */
  public static final DosePart ADDITION = new DosePart(4);

  /** Checks the range. */
  public DosePart {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("a day has parts 1 to 4: " + number);
    }
  }

  /** Whether only a doctor's order of the day opens it. */
  public boolean added() {
    return number >= REPLACEMENT.number();
  }
}
