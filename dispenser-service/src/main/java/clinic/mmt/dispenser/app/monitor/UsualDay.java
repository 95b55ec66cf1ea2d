package clinic.mmt.dispenser.app.monitor;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.monitor.Overview.Doses;
import clinic.mmt.dispenser.app.monitor.Overview.Hour;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many doses are handed over in each hour of a usual day: the sum over the last week's days on
 * which somebody was dosed. Nobody has an appointment, so this is what an hour is compared with.
 *
 * @param days how many such days there were
 * @param byHour sums, by hour of the day
 */
record UsualDay(int days, List<Integer> byHour) {

  static final int WEEK = 7;
  private static final int HOURS = 24;
  private static final int TENTHS = 10;

  UsualDay {
    byHour = List.copyOf(byHour);
  }

  static UsualDay of(Reads reads, LocalDate today, ClinicCalendar calendar) {
    List<State> doses = reads.packs().dosesOf(today.minusDays(WEEK), today.minusDays(1));
    long days = doses.stream().filter(UsualDay::given).map(s -> s.dose().day()).distinct().count();
    return new UsualDay(Math.toIntExact(days), hours(doses, calendar));
  }

  /** Today's doses beside it. */
  Doses beside(int given, int expected, List<State> today, ClinicCalendar calendar) {
    List<Integer> now = hours(today, calendar);
    int[] used =
        IntStream.range(0, HOURS).filter(h -> now.get(h) > 0 || byHour.get(h) > 0).toArray();
    List<Hour> hours =
        used.length == 0
            ? List.of()
            : IntStream.rangeClosed(used[0], used[used.length - 1])
                .mapToObj(h -> new Hour(h, now.get(h), usualTenths(h)))
                .toList();
    return new Doses(given, expected, hours, days);
  }

  private int usualTenths(int hour) {
    return days == 0 ? 0 : byHour.get(hour) * TENTHS / days;
  }

  private static boolean given(State state) {
    return state.phase().guard() == Phase.Guard.TAKEN;
  }

  private static List<Integer> hours(List<State> doses, ClinicCalendar calendar) {
    int[] sums = new int[HOURS];
    doses.stream()
        .filter(UsualDay::given)
        .flatMap(state -> moment(state).stream())
        .forEach(at -> sums[calendar.time(at).getHour()]++);
    return Arrays.stream(sums).boxed().toList();
  }

  private static Optional<Instant> moment(State state) {
    return state.dose().handedOverAt().or(() -> state.dose().endedAt());
  }
}
