package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The doses of a patient from a day on, as they were asked for last. The tap asks again what the
 * opening of the visit has asked, and the next day's visit nearly so: what was read of the days
 * before the latest is not read again as long as it is the very same.
 *
 * @param course what it was read from
 * @param since the first day that was asked for
 * @param past the doses from that day on, and before it back to the latest day with one that was
 *     swallowed whole; earliest day first
 */
record Answered(Course course, LocalDate since, List<PastDose> past) {

  /** The answer now, with what is {@code known} from before. */
  @SuppressWarnings("ReferenceEquality") // The very same course: a changed one is another object.
  static Answered of(Course course, LocalDate since, Optional<Answered> known) {
    if (known.isPresent() && known.get().course() == course && known.get().since().equals(since)) {
      return known.get();
    }
    List<PastDose> past =
        known
            .filter(before -> !since.isBefore(before.since()))
            .flatMap(before -> before.longer(course, since))
            .orElseGet(() -> read(course, since));
    return new Answered(course, since, past);
  }

  /** These and the later ones of {@code now}, if it goes on from the same earlier days. */
  @SuppressWarnings("ReferenceEquality")
  private Optional<List<PastDose>> longer(Course now, LocalDate from) {
    LocalDate latest = course.day();
    Course settled = course;
    while (settled.day().equals(latest)) {
      if (settled.earlier().isEmpty()) {
        return Optional.empty();
      }
      settled = settled.earlier().get();
    }
    List<PastDose> later = new ArrayList<>(4);
    Course next = now;
    while (next != settled) {
      if (next.day().isBefore(latest) || next.day().isBefore(from) || next.earlier().isEmpty()) {
        return Optional.empty();
      }
      next.counted().ifPresent(later::add);
      next = next.earlier().get();
    }
    List<PastDose> all = new ArrayList<>(past.size() + later.size());
    past.stream().filter(dose -> dose.day().isBefore(latest)).forEach(all::add);
    all.addAll(earliestFirst(later));
    return Optional.of(List.copyOf(all.subList(firstOf(all, from), all.size())));
  }

  /** Where the doses begin of the latest day before {@code from} with one swallowed whole. */
  private static int firstOf(List<PastDose> all, LocalDate from) {
    int first = 0;
    int dayBegins = 0;
    for (int i = 0; i < all.size() && all.get(i).day().isBefore(from); i++) {
      boolean newDay = i == 0 || !all.get(i).day().equals(all.get(i - 1).day());
      dayBegins = newDay ? i : dayBegins;
      first = all.get(i).phase() == Phase.CONSUMED ? dayBegins : first;
    }
    return first;
  }

  private static List<PastDose> read(Course course, LocalDate since) {
    List<PastDose> found = new ArrayList<>();
    Optional<LocalDate> whole = Optional.empty();
    Optional<Course> next = Optional.of(course);
    for (; next.isPresent(); next = next.get().earlier()) {
      LocalDate day = next.get().day();
      // The latest day before with a dose swallowed whole is the last one that is looked at.
      if (whole.map(day::isBefore).orElse(false)) {
        break;
      }
      Optional<PastDose> dose = next.get().counted();
      boolean last =
          day.isBefore(since) && dose.map(d -> d.phase() == Phase.CONSUMED).orElse(false);
      whole = last ? Optional.of(day) : whole;
      dose.ifPresent(found::add);
    }
    return List.copyOf(earliestFirst(found));
  }

  /**
   * The earliest day first, of doses with the latest day first; those of a day stay as they are.
   */
  private static List<PastDose> earliestFirst(List<PastDose> back) {
    List<PastDose> turned = new ArrayList<>(back.size());
    int end = back.size();
    for (int i = end - 1; i >= 0; i--) {
      if (i == 0 || !back.get(i - 1).day().equals(back.get(i).day())) {
        turned.addAll(back.subList(i, end));
        end = i;
      }
    }
    return turned;
  }
}
