package clinic.mmt.dispenser.domain.queue;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When people are taken in on a clinic day.
 *
 * @param sittings of the day in their order, at least one; each has numbers of its own
 * @param lastIntake whoever arrives later is taken in by staff only, with a reason; empty: nobody
 *     is late
 */
public record IntakeHours(List<Sitting> sittings, Optional<LocalTime> lastIntake) {

  /** One sitting that lasts all day, and nobody is late. */
  public static final IntakeHours ALL_DAY =
      new IntakeHours(List.of(new Sitting(LocalTime.MIN, LocalTime.MAX)), Optional.empty());

  /** Copies the list and checks the order. */
  public IntakeHours {
    sittings = List.copyOf(sittings);
    if (sittings.isEmpty() || sittings.size() > Ticket.SITTINGS_MOST) {
      throw new IllegalArgumentException("a day has 1 to " + Ticket.SITTINGS_MOST + " sittings");
    }
    for (int i = 1; i < sittings.size(); i++) {
      if (sittings.get(i).from().isBefore(sittings.get(i - 1).until())) {
        throw new IllegalArgumentException("a sitting begins before the one before it has ended");
      }
    }
  }

  /**
   * Part of a day in which doses are given.
   *
   * @param from its begin
   * @param until its end, later than the begin
   */
  public record Sitting(LocalTime from, LocalTime until) {
    /** Checks the order. */
    public Sitting {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("a sitting ends after it begins");
      }
    }
  }

  /**
   * The sitting, from 1, that somebody belongs to who arrives at {@code time}: the one under way,
   * else the next. Whoever missed one is taken in the next; after the last it is still the last.
   */
  public int sittingAt(LocalTime time) {
    for (int i = 0; i < sittings.size(); i++) {
      if (!time.isAfter(sittings.get(i).until())) {
        return i + 1;
      }
    }
    return sittings.size();
  }

  /** Whether somebody who arrives at {@code time} is late: after the last intake, not at it. */
  public boolean late(LocalTime time) {
    return lastIntake.map(time::isAfter).orElse(false);
  }

  /** Whether numbers need the letter of their sitting. */
  public boolean several() {
    return sittings.size() > 1;
  }
}
