package clinic.mmt.dispenser.domain.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a patient is dosed on a day, as far as it is not simply here.
 *
 * @param guestAt the letter by which the patient is a guest at another site today
 * @param assignedTo the other site that cares for the patient
 * @param guestOver of a guest here, the latest letter, when today is none of its days
 * @param orders the pack by which the patient is dosed here, where another site orders
 */
public record Whereabouts(
    Optional<GuestLetter> guestAt,
    Optional<SiteName> assignedTo,
    Optional<GuestLetter> guestOver,
    Optional<PackOrders> orders) {

  /** Of a patient whose orders are this site's own. */
  public Whereabouts(
      Optional<GuestLetter> guestAt,
      Optional<SiteName> assignedTo,
      Optional<GuestLetter> guestOver) {
    this(guestAt, assignedTo, guestOver, Optional.empty());
  }

  /** Here, as nearly everybody. */
  public static final Whereabouts HERE =
      new Whereabouts(Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether nothing says that the patient is dosed anywhere else. */
  public boolean isHere() {
    return guestAt.isEmpty()
        && assignedTo.isEmpty()
        && guestOver.isEmpty()
        && orders.map(PackOrders::listed).orElse(true);
  }

  /** The same, dosed by another site's orders if these are some. */
  public Whereabouts by(Optional<PackOrders> pack) {
    return pack.isEmpty() ? this : new Whereabouts(guestAt, assignedTo, guestOver, pack);
  }

  /**
   * What the letters of a patient say on {@code day}.
   *
   * @param letters in the order they were noted
   * @param admitted day of the latest admission here: who was admitted since is no guest
   */
  public static Whereabouts on(
      LocalDate day,
      List<GuestLetter> letters,
      Optional<SiteName> assignedTo,
      Optional<LocalDate> admitted) {
    if (letters.isEmpty() && assignedTo.isEmpty()) {
      return HERE;
    }
    Optional<GuestLetter> guestAt =
        letters.stream().filter(l -> l.way() == GuestLetter.Way.OUT && l.covers(day)).findFirst();
    List<GuestLetter> here =
        letters.stream()
            .filter(l -> l.way() == GuestLetter.Way.IN)
            .filter(l -> admitted.map(l.first()::isAfter).orElse(true))
            .toList();
    Optional<GuestLetter> over =
        here.isEmpty() || here.stream().anyMatch(l -> l.covers(day))
            ? Optional.empty()
            : Optional.of(here.getLast());
    return new Whereabouts(guestAt, assignedTo, over);
  }
}
