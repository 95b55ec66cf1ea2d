package clinic.mmt.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What prescribers signed and which bottle stands where, by the entries alone. */
final class Orders {

  /** A cap lies so far above the order, at least. */
  private static final long ABOVE_MICROLITRES = 300;

  private static final long ABOVE_PERMILLE = 50;

  /** From this day on, so much, and so much of it as the later part of a split dose. */
  private record Step(LocalDate day, long micrograms, long later) {}

  /** A prescription with its steps, one after the other. */
  private record Signed(String id, List<Step> steps, LocalDate first, LocalDate last) {

    /** What it says for the first or the later part of a day. */
    long microgramsOn(LocalDate day, boolean later) {
      long micrograms = 0;
      for (Step step : steps) {
        long ofPart = later ? step.later() : step.micrograms() - step.later();
        micrograms = step.day().isAfter(day) ? micrograms : ofPart;
      }
      return micrograms;
    }
  }

  /**
   * Steps as written: {@code day=micrograms} or {@code day=micrograms/later}, semicolons between.
   */
  private static List<Step> steps(String written) {
    List<Step> steps = new ArrayList<>(2);
    for (String step : written.split(";", -1)) {
      String[] parts = step.split("=", -1);
      String[] amounts = parts[1].split("/", 2);
      long later = amounts.length == 1 ? 0 : Long.parseLong(amounts[1]);
      steps.add(new Step(LocalDate.parse(parts[0]), Long.parseLong(amounts[0]), later));
    }
    return steps;
  }

  private record Mounted(String bottle, String batch, long concentration) {}

  /** A second dose of a day that a doctor ordered, by patient, day and part. */
  private record Added(String to, long micrograms) {}

  /** An order from a file, on a list that nobody has signed yet. */
  private record Waiting(String list, String patient, int place, Signed signed) {}

  private static final int LATER_PART = 2;
  private static final int FIRST_ADDED_PART = 3;
  private static final String REPLACEMENT = "3";
  private static final String ADDITION = "4";

  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, Added> added = new HashMap<>();
  private final Map<String, List<Signed>> byPatient = new HashMap<>();
  private final Map<String, String> ended = new HashMap<>();
  private final Map<String, Mounted> mounted = new HashMap<>();

  private String lastText = "";
  private LocalDate lastDay = LocalDate.EPOCH;

  void take(String kind, Body open, Body secret) {
    switch (kind) {
      case "prescription.signed" -> {
        List<Signed> all =
            byPatient.computeIfAbsent(secret.text("patient"), p -> new ArrayList<>(4));
        if (all.size() > 8) {
          all.removeFirst();
        }
        all.add(
            new Signed(
                open.text("prescription"),
                steps(secret.text("steps")),
                LocalDate.parse(secret.text("firstDay")),
                LocalDate.parse(secret.text("lastDay"))));
      }
      case "added-dose.ordered" ->
          added.put(
              key(secret, secret.text("kind").equals("REPLACEMENT") ? REPLACEMENT : ADDITION),
              new Added(secret.text("dose"), secret.number("doseMicrograms")));
      case "order.imported" -> {
        String patient = secret.text("patient");
        LocalDate first = LocalDate.parse(secret.text("firstDay"));
        waiting.put(
            open.text("order"),
            new Waiting(
                open.text("import"),
                patient,
                byPatient.getOrDefault(patient, List.of()).size(),
                new Signed(
                    open.text("order"),
                    List.of(new Step(first, secret.number("doseMicrograms"), 0)),
                    first,
                    LocalDate.parse(secret.text("lastDay")))));
      }
      case "order.struck" -> waiting.remove(open.text("order"));
      case "import.signed" -> imported(open.text("import"));
      case "prescription.ended" -> ended.put(open.text("prescription"), "");
      case "bottle.mounted" ->
          mounted.put(
              open.text("station"),
              new Mounted(
                  open.text("bottle"),
                  open.text("batch"),
                  open.number("concentrationMicrogramsPerMillilitre")));
      case "bottle.unmounted" -> mounted.remove(open.text("station"));
      default -> {}
    }
  }

  /** The orders of a signed list hold from now on, each in the place where it was taken in. */
  private void imported(String list) {
    waiting.values().stream()
        .filter(one -> one.list().equals(list))
        .forEach(
            one -> {
              List<Signed> all = byPatient.computeIfAbsent(one.patient(), p -> new ArrayList<>(4));
              all.add(Math.min(one.place(), all.size()), one.signed());
            });
    waiting.values().removeIf(one -> one.list().equals(list));
  }

  /** Why a bottle to take home does not hold what is ordered for its day, if so. */
  Optional<String> ofBottle(Body bottle) {
    LocalDate day = LocalDate.parse(bottle.text("day"));
    long ordered =
        holds(bottle.text("patient"), day)
            .map(s -> s.microgramsOn(day, bottle.number("part") == LATER_PART))
            .orElse(0L);
    return ordered == bottle.number("micrograms")
        ? Optional.empty()
        : Optional.of("a bottle of " + bottle.number("micrograms") + " µg, ordered " + ordered);
  }

  /** What is ordered for a day, all of it; nothing where no order holds. */
  long microgramsOn(String patient, String day) {
    LocalDate of = LocalDate.parse(day);
    return holds(patient, of)
        .map(s -> s.microgramsOn(of, false) + s.microgramsOn(of, true))
        .orElse(0L);
  }

  private Optional<Signed> holds(String patient, LocalDate day) {
    return byPatient.getOrDefault(patient, List.of()).reversed().stream()
        .filter(s -> !s.first().isAfter(day))
        .findFirst()
        .filter(s -> !s.last().isBefore(day) && !ended.containsKey(s.id()));
  }

  private static String key(Body of, String part) {
    return of.text("patient") + "/" + of.text("day") + "/" + part;
  }

  /** The dose that a second dose of the day is for; empty for a first one. */
  Optional<String> secondTo(Body dose) {
    return Optional.ofNullable(added.get(key(dose, dose.text("part")))).map(Added::to);
  }

  /** Whether only a doctor's order of the day opens this part of it. */
  static boolean isSecond(Body dose) {
    return dose.number("part") >= FIRST_ADDED_PART;
  }

  /** The days that are over open nothing any more. */
  void dayEnds() {
    added.clear();
  }

  private long most(Body dose, Signed holds, LocalDate day) {
    return isSecond(dose)
        ? Optional.ofNullable(added.get(key(dose, dose.text("part"))))
            .map(Added::micrograms)
            .orElse(0L)
        : holds.microgramsOn(day, dose.number("part") == LATER_PART);
  }

  /** Why this order is not authorised, current and rightly sized, if so. */
  Optional<String> fault(String station, Body dose) {
    LocalDate day = day(dose.text("day"));
    Optional<Signed> holds = holds(dose.text("patient"), day);
    if (holds.isEmpty()) {
      return Optional.of("no prescription holds on " + day);
    }
    if (!holds.get().id().equals(dose.text("order.prescription"))
        || dose.number("order.doseMicrograms") > most(dose, holds.get(), day)
        || dose.number("order.doseMicrograms") < 1) {
      return Optional.of("the order is not the prescription that holds, or more than it");
    }
    Mounted bottle = mounted.get(station);
    if (bottle == null
        || !bottle.bottle().equals(dose.text("order.bottle"))
        || !bottle.batch().equals(dose.text("order.batch"))) {
      return Optional.of("the order is not of the mounted bottle");
    }
    long volume = Math.ceilDiv(dose.number("order.doseMicrograms") * 1000, bottle.concentration());
    return Math.abs(volume - dose.number("order.volumeMicrolitres")) > 1
        ? Optional.of("ordered " + dose.number("order.volumeMicrolitres") + " µL, not " + volume)
        : Optional.empty();
  }

  /** Most doses are of the same day as the one before. */
  private LocalDate day(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      lastDay = LocalDate.parse(text);
    }
    return lastDay;
  }

  /** The most that may be commanded for this order, in microlitres. */
  static long cap(Body dose) {
    long ordered = dose.number("order.volumeMicrolitres");
    return ordered + Math.max(ABOVE_MICROLITRES, ordered * ABOVE_PERMILLE / 1000);
  }
}
