package clinic.mmt.judge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the earlier days of a patient ask for before a pour, by the entries alone. Days are kept as
 * written, so that their order is that of their texts.
 */
final class Courses {

  private static final Set<String> IN_DOUBT = Set.of("TAKEN_AWAY", "UNCERTAIN", "OUTCOME_UNKNOWN");

  /** A part that was taken covers the day only from some share on; here it always does. */
  private static final Set<String> TAKEN = Set.of("CONSUMED", "PARTLY_TAKEN", "SPILLED");

  private static final int DAYS_MOST = 10;

  /** One patient's: days with a taken dose, days in doubt, and what a doctor said. */
  private static final class Course {
    final TreeSet<String> taken = new TreeSet<>();
    final TreeSet<String> doubts = new TreeSet<>();
    final Map<String, String> signed = new HashMap<>();
    String releasedDay = "";
    String released = "";
  }

  private final Values values;
  private final Map<String, Course> byPatient = new HashMap<>();

  Courses(Values values) {
    this.values = values;
  }

  private Course of(String patient) {
    return byPatient.computeIfAbsent(patient, p -> new Course());
  }

  /** Any entry that is not of a dose. */
  void take(String kind, Body open, Body secret) {
    switch (kind) {
      case "prescription.signed" ->
          of(secret.text("patient"))
              .signed
              .put(open.text("prescription"), secret.text("signedDay"));
      case "order.imported" ->
          of(secret.text("patient")).signed.put(open.text("order"), secret.text("knownUntil"));
      case "day.released" -> {
        Course course = of(secret.text("patient"));
        boolean same = course.releasedDay.equals(secret.text("day"));
        course.releasedDay = secret.text("day");
        course.released = (same ? course.released : "") + " " + secret.text("reasons") + " ";
      }
      case "outside-dose.noted" -> add(of(secret.text("patient")).taken, secret.text("day"));
      default -> {}
    }
  }

  /** Whether a dose of this patient is known, here or elsewhere. */
  boolean knowsDoseOf(String patient) {
    return !of(patient).taken.isEmpty();
  }

  /** The latest day of which a dose of this patient is known; empty: none is. */
  String lastTaken(String patient) {
    TreeSet<String> taken = of(patient).taken;
    return taken.isEmpty() ? "" : taken.getLast();
  }

  /** A bottle went out for this day: it counts as taken. */
  void coveredAtHome(String patient, String day) {
    add(of(patient).taken, day);
  }

  /** A bottle of this day is lost, or came back: nobody knows. */
  void doubtedAtHome(String patient, String day) {
    of(patient).taken.remove(day);
    add(of(patient).doubts, day);
  }

  /** A doctor has seen to a bottle of this day and opened the day again. */
  void seenTo(String patient, String day) {
    of(patient).doubts.remove(day);
  }

  /** A dose is in this phase now. */
  void dose(Body dose, String before, String now) {
    if (before.equals(now)) {
      return;
    }
    Course course = of(dose.text("patient"));
    String day = dose.text("day");
    change(course.taken, day, TAKEN.contains(before), TAKEN.contains(now));
    change(course.doubts, day, IN_DOUBT.contains(before), IN_DOUBT.contains(now));
  }

  private static void change(NavigableSet<String> days, String day, boolean was, boolean is) {
    if (is) {
      add(days, day);
    } else if (was) {
      days.remove(day);
    }
  }

  private static void add(NavigableSet<String> days, String day) {
    days.add(day);
    if (days.size() > DAYS_MOST) {
      days.pollFirst();
    }
  }

  /** Why nothing may be poured as ordered after what a dose of an earlier day came to, if so. */
  Optional<String> doubted(Body dose) {
    Course course = of(dose.text("patient"));
    String day = dose.text("day");
    String doubt = Optional.ofNullable(course.doubts.lower(day)).orElse("");
    String taken = Optional.ofNullable(course.taken.lower(day)).orElse("");
    boolean released =
        course.releasedDay.equals(day) && course.released.contains(" dose-in-doubt ");
    return doubt.compareTo(taken) <= 0 || released || signed(course, dose).compareTo(doubt) > 0
        ? Optional.empty()
        : Optional.of("the dose of " + doubt + " is in doubt, and no doctor has seen to it");
  }

  /** Why nothing may be poured as ordered after so many days without a dose, if so. */
  Optional<String> missed(Body dose) {
    Course course = of(dose.text("patient"));
    String taken = Optional.ofNullable(course.taken.lower(dose.text("day"))).orElse("");
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    int missed = values.missed(dose.text("day"));
    String from = LocalDate.parse(taken).plusDays(missed + 1).toString();
    return dose.text("day").compareTo(from) < 0 || signed(course, dose).compareTo(from) >= 0
        ? Optional.empty()
        : Optional.of("no dose since " + taken + ", and no doctor has signed for that");
  }

  private static String signed(Course course, Body dose) {
    return course.signed.getOrDefault(dose.text("order.prescription"), "");
  }
}
