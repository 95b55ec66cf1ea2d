package clinic.mmt.dispenser.domain.queue;

import java.util.Comparator;

/**
 * The number that somebody got at the door. Numbers count up from 1 in each sitting of a clinic day
 * and none is given twice. It says nothing about a person and may stand on a public screen.
 *
 * @param sitting of the day, from 1
 * @param number in that sitting, from 1
 */
public record Ticket(int sitting, int number) implements Comparable<Ticket> {

  /** A day has no more sittings than there are letters for them. */
  public static final int SITTINGS_MOST = 4;

  private static final Comparator<Ticket> ORDER =
      Comparator.comparingInt(Ticket::sitting).thenComparingInt(Ticket::number);

  /** Checks the range. */
  public Ticket {
    if (sitting < 1 || sitting > SITTINGS_MOST || number < 1) {
      throw new IllegalArgumentException("no ticket: " + sitting + "/" + number);
    }
  }

  /**
   * As people read it: {@code 017}, and with the letter of its sitting, {@code B017}, where a day
   * has several.
   */
  public String label(boolean severalSittings) {
    String digits = Integer.toString(number);
    String padded = "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    return severalSittings ? (char) ('A' + sitting - 1) + padded : padded;
  }

  @Override
  public int compareTo(Ticket other) {
    return ORDER.compare(this, other);
  }
}
