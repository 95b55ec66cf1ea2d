package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * What was learnt of a dose besides its state; more may be learnt later, and what was learnt before
 * stays.
 *
 * @param permille thousandths that were taken, where only a part was
 * @param vomit that it was vomited
 * @param wrong that it was not the dose that was meant
 * @param insteadOf what was ordered, where less was poured by the patient's wish
 */
public record Learnt(
    Optional<Integer> permille,
    Optional<Vomit> vomit,
    Optional<Wrong> wrong,
    Optional<Mass> insteadOf) {

  /** Nothing yet. */
  public static final Learnt NOTHING =
      new Learnt(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A dose was vomited, all or in part.
   *
   * @param minutes after it was swallowed, 0 to 1440
   * @param witnessed whether staff saw it; what nobody saw is not replaced
   */
  public record Vomit(int minutes, boolean witnessed) {

    /** Who saw it, as the counter tells it, when staff did. */
    public static final String STAFF = "staff";

    /** As the counter tells it. */
    public static Vomit told(int minutes, String seenBy) {
      return new Vomit(minutes, seenBy.equals(STAFF));
    }
  }

  /** In what way a dose was wrong. */
  public enum Wrong {
    /** More than was meant. */
    MORE,
    /** Less than was meant. */
    LESS,
    /** Of another person, or not to be told in more or less. */
    OTHER
  }

  /** Only this fraction was taken. */
  public static Learnt taken(int permille) {
    return new Learnt(Optional.of(permille), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** It was vomited. */
  public static Learnt of(Vomit vomit) {
    return new Learnt(Optional.empty(), Optional.of(vomit), Optional.empty(), Optional.empty());
  }

  /** It was wrong. */
  public static Learnt of(Wrong wrong) {
    return new Learnt(Optional.empty(), Optional.empty(), Optional.of(wrong), Optional.empty());
  }

  /** Less was poured than this, by the patient's wish. */
  public static Learnt insteadOf(Mass ordered) {
    return new Learnt(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ordered));
  }

  /** All of this, and of {@code later} what it says anew. */
  public Learnt and(Learnt later) {
    return new Learnt(
        later.permille.or(() -> permille),
        later.vomit.or(() -> vomit),
        later.wrong.or(() -> wrong),
        later.insteadOf.or(() -> insteadOf));
  }

  /** Whether there is anything. */
  public boolean any() {
    return permille.isPresent() || vomit.isPresent() || wrong.isPresent() || insteadOf.isPresent();
  }

  @Override
  public String toString() {
    return "Learnt[•••]";
  }
}
