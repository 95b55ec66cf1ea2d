package clinic.mmt.dispenser.app.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * What each device was over the clinic day, in slots of five minutes, the worst of each: a line
 * that was lost for a second is seen too. Kept in memory only, so a restart begins anew; of a fixed
 * size for a device, and a new day drops the last one. Safe for use by several threads.
 */
public final class DeviceDay {

  /** Length of a slot. */
  public static final Duration SLOT = Duration.ofMinutes(5);

  private static final int SLOTS = Math.toIntExact(Duration.ofDays(1).dividedBy(SLOT));

  /** More devices than any clinic has; what is beyond is not kept. */
  static final int DEVICES_MOST = 64;

  private final Function<LocalDate, Instant> beginOf;
  private final SequencedMap<Name, Kept> devices = new LinkedHashMap<>();
  private LocalDate day = LocalDate.MIN;

  /** With what tells when a clinic day begins. */
  public DeviceDay(Function<LocalDate, Instant> beginOf) {
    this.beginOf = beginOf;
  }

  /** What a device is; the later, the worse. */
  public enum Is {
    /** Answers, and is the expected one. */
    READY,
    /** A pump that pours. */
    BUSY,
    /** Its pour was stopped, does not agree, or has no known outcome. */
    TROUBLE,
    /** Does not answer, or is another one. */
    LOST;

    Is worse(Is other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** A device at a station. */
  public record Name(String station, String kind, String device) {}

  /**
   * Neighbouring slots that were alike.
   *
   * @param from first instant
   * @param slots how many, 1 at least
   */
  public record Run(Is is, Instant from, int slots) {}

  /**
   * A device over its day.
   *
   * @param now what it is now
   * @param losses how often it was lost today
   * @param runs in their order; slots in which nothing was known are in none
   */
  public record Line(Name name, Is now, int losses, List<Run> runs) {

    /** Copies the list. */
    public Line {
      runs = List.copyOf(runs);
    }
  }

  private static final class Kept {
    final Is[] slots = new Is[SLOTS];
    Is now;
    int at;
    int losses;

    /** Not found yet since the start of the service: until it is, it was not lost. */
    boolean expected;

    Kept(Is first, int at, boolean expected) {
      this.now = first;
      this.at = at;
      this.expected = expected;
      slots[at] = first;
    }

    void is(Is is) {
      Is before = slots[at];
      boolean found = expected && is != Is.LOST;
      losses += !expected && is == Is.LOST && now != Is.LOST ? 1 : 0;
      slots[at] = before == null || found ? is : is.worse(before);
      expected = expected && !found;
      now = is;
    }

    /** What it was goes on up to this slot. */
    void until(int slot) {
      for (; at < slot; at++) {
        slots[at + 1] = now;
      }
    }
  }

  /** A device is seen. */
  public synchronized void see(Name name, Is is, LocalDate today, Instant when) {
    begin(today);
    int slot = slot(when);
    Kept known = devices.get(name);
    if (known == null) {
      if (devices.size() < DEVICES_MOST) {
        devices.put(name, new Kept(is, slot, is == Is.LOST));
      }
      return;
    }
    known.until(slot);
    known.is(is);
  }

  /** All devices as they are by now, in the order in which they were first seen. */
  public synchronized List<Line> lines(LocalDate today, Instant when) {
    begin(today);
    int slot = slot(when);
    return devices.entrySet().stream()
        .map(
            e -> {
              e.getValue().until(slot);
              return line(e.getKey(), e.getValue());
            })
        .toList();
  }

  private Line line(Name name, Kept kept) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i <= kept.at; i++) {
      Is is = kept.slots[i];
      if (is == null) {
        continue;
      }
      Run last = runs.isEmpty() || i == 0 || kept.slots[i - 1] != is ? null : runs.getLast();
      if (last == null) {
        runs.add(new Run(is, beginOf.apply(day).plus(SLOT.multipliedBy(i)), 1));
      } else {
        runs.set(runs.size() - 1, new Run(is, last.from(), last.slots() + 1));
      }
    }
    return new Line(name, kept.now, kept.losses, runs);
  }

  /** What a device was at midnight it still is: the next sight of it says otherwise. */
  private void begin(LocalDate today) {
    if (!today.equals(day)) {
      boolean first = day.equals(LocalDate.MIN);
      day = today;
      if (!first) {
        devices.replaceAll((name, kept) -> new Kept(kept.now, 0, kept.expected));
      }
    }
  }

  /** A clock that is wrong for a while stays within the day. */
  private int slot(Instant when) {
    long passed = Duration.between(beginOf.apply(day), when).dividedBy(SLOT);
    return Math.toIntExact(Math.clamp(passed, 0L, SLOTS - 1L));
  }
}
