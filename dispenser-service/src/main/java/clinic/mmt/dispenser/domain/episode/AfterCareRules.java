package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.episode.AfterCare.Acknowledged;
import clinic.mmt.dispenser.domain.episode.AfterCare.Decided;
import clinic.mmt.dispenser.domain.episode.AfterCare.Sent;
import clinic.mmt.dispenser.domain.episode.AfterCare.Step;
import java.time.LocalDate;
import java.util.Optional;

/** In which order a hand-over to after-care goes, and when it is overdue. */
public final class AfterCareRules {

  private AfterCareRules() {}

  /** Why a step can't be noted. */
  public enum Fault {
    /** Its day is still to come. */
    NOT_YET,
    /** Its day is before the step noted last. */
    BEFORE_THE_LAST,
    /** Sent without a decision that names the receiver. */
    NO_DECISION,
    /** Acknowledged, and not sent. */
    NOT_SENT,
    /** The receiver has acknowledged already. */
    CLOSED
  }

  /** What is wrong with {@code next}; empty when it may be noted. */
  public static Optional<Fault> fault(AfterCare care, Step next, LocalDate today) {
    if (care.closed()) {
      return Optional.of(Fault.CLOSED);
    }
    if (next.day().isAfter(today)) {
      return Optional.of(Fault.NOT_YET);
    }
    Optional<Step> last = care.last();
    Optional<Fault> order =
        switch (next) {
          // A decision is often older than the leaving, and a corrected one older than the first.
          case Decided decided -> Optional.empty();
          case Sent sent -> last.isEmpty() ? Optional.of(Fault.NO_DECISION) : Optional.empty();
          case Acknowledged acknowledged ->
              last.map(step -> step instanceof Sent).orElse(false)
                  ? Optional.empty()
                  : Optional.of(Fault.NOT_SENT);
        };
    boolean early = last.map(step -> next.day().isBefore(step.day())).orElse(false);
    return order.or(
        () ->
            early && !(next instanceof Decided)
                ? Optional.of(Fault.BEFORE_THE_LAST)
                : Optional.empty());
  }

  /**
   * Whether somebody has to look after it: so many days after the last thing that happened, or
   * after the leaving while nothing did.
   *
   * @param days more than so many whole days
   */
  public static boolean overdue(AfterCare care, LocalDate today, int days) {
    LocalDate since =
        care.last()
            .map(Step::day)
            .filter(day -> day.isAfter(care.completed()))
            .orElse(care.completed());
    return !care.closed() && today.isAfter(since.plusDays(days));
  }
}
