package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.episode.Movement.Admitted;
import clinic.mmt.dispenser.domain.episode.Movement.Left;
import clinic.mmt.dispenser.domain.episode.Movement.Moved;
import clinic.mmt.dispenser.domain.episode.Movement.Why;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which movement may follow which. A patient of whom nothing is noted is in care since the
 * registration, so that nobody who is dosed today is stopped for want of a note; the first movement
 * may be the admission itself, noted afterwards.
 */
public final class MovementRules {

  private MovementRules() {}

  /** Why a movement can't be noted. */
  public enum Fault {
    /** Its day is still to come. */
    NOT_YET,
    /** Its day is before the movement noted last. */
    BEFORE_THE_LAST,
    /** Admitted who is in care. */
    IN_CARE,
    /** Moved or left who has left. */
    NOT_IN_CARE,
    /** Another reason, and no words to it. */
    WORDS_MISSING
  }

  /**
   * What is wrong with {@code next}; empty when it may be noted. Whoever left may be admitted again
   * whatever the reason was: a leaving that was noted by mistake is set right so too.
   *
   * @param before of the same patient, in the order they were noted
   */
  public static Optional<Fault> fault(List<Movement> before, Movement next, LocalDate today) {
    if (next.day().isAfter(today)) {
      return Optional.of(Fault.NOT_YET);
    }
    Optional<Fault> order =
        switch (next.step()) {
          case Admitted admitted -> when(inCare(before) && !before.isEmpty(), Fault.IN_CARE);
          case Moved moved -> when(!inCare(before), Fault.NOT_IN_CARE);
          case Left left ->
              when(!inCare(before), Fault.NOT_IN_CARE)
                  .or(
                      () ->
                          when(
                              left.why() == Why.OTHER && left.words().isBlank(),
                              Fault.WORDS_MISSING));
        };
    return order.or(
        () ->
            when(
                !before.isEmpty() && next.day().isBefore(before.getLast().day()),
                Fault.BEFORE_THE_LAST));
  }

  private static Optional<Fault> when(boolean wrong, Fault fault) {
    return wrong ? Optional.of(fault) : Optional.empty();
  }

  /**
   * The site of the latest move since the admission: a patient is at one site at a time. A
   * move that names none by its name, only in words, assigns to none.
   */
  public static Optional<SiteName> assigned(List<Movement> noted) {
    Optional<SiteName> site = Optional.empty();
    for (Movement movement : noted) {
      site =
          switch (movement.step()) {
            case Moved moved ->
                Optional.of(moved.site()).filter(SiteName::isName).map(SiteName::new);
            case Admitted admitted -> Optional.empty();
            case Left left -> Optional.empty();
          };
    }
    return site;
  }

  /** Day of the latest admission. */
  public static Optional<LocalDate> admitted(List<Movement> noted) {
    return noted.reversed().stream()
        .filter(m -> m.step() instanceof Admitted)
        .map(Movement::day)
        .findFirst();
  }

  /** Whether a patient with these movements is in care. */
  public static boolean inCare(List<Movement> noted) {
    return noted.reversed().stream()
        .flatMap(
            m ->
                switch (m.step()) {
                  case Admitted admitted -> Optional.of(true).stream();
                  case Left left -> Optional.of(false).stream();
                  case Moved moved -> Optional.<Boolean>empty().stream();
                })
        .findFirst()
        .orElse(true);
  }
}
