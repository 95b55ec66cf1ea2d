package clinic.mmt.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Packs between sites (R-132, H110): taken in once, in their order and as the other site wrote
 * them; nobody is dosed by orders that are over, or who is not in the latest ones; and every dose
 * of another site's patient is told to it as it ended.
 */
final class Packs {

  /** A pour may have been decided so long before it is written. */
  private static final long DECIDED_MILLIS = 600_000;

  private static final Set<String> ASKED = Set.of("order-pack-old", "not-in-order-pack");

  /** The latest order pack of a site. */
  private record Latest(long number, long untilMillis) {}

  /** By which pack of which site somebody is dosed here. */
  private record Listed(String site, long number) {}

  /** A dose of another site's patient as it stands; told, or owed to that site. */
  private static final class Owed {
    final String site;
    final String patient;
    final String day;
    String phase = "";
    boolean told;

    Owed(String site, Body dose) {
      this.site = site;
      this.patient = dose.text("patient");
      this.day = dose.text("day");
    }
  }

  private final Orders orders;
  private final Map<String, PackTold> written = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final Map<String, Latest> latest = new HashMap<>();
  private final Map<String, Listed> listed = new HashMap<>();
  private final Map<String, String> guests = new HashMap<>();
  private final Map<String, String> released = new HashMap<>();
  private final Set<String> admitted = new HashSet<>();
  private final Map<String, Owed> owed = new LinkedHashMap<>();

  /** Since the pack before: doses noted by the names of other sites, and who was held. */
  private final Set<String> noted = new HashSet<>();

  private final Set<String> held = new HashSet<>();

  Packs(Orders orders) {
    this.orders = orders;
  }

  /** Another site really wrote this pack for here. */
  void written(PackTold pack) {
    written.put(pack.digest(), pack);
  }

  /**
   * Any entry that is not of a dose; what must never be, if it is so.
   *
   * @param atMillis when it was written, by the clinic's clock
   */
  Optional<String> take(String kind, long atMillis, Body open, Body secret) {
    switch (kind) {
      case "order-pack.received" -> {
        Optional<String> fault = fault(true, open);
        orders(open, secret);
        return fault.or(
            () -> when(atMillis > untilOf(open), "orders are taken in after their time"));
      }
      case "dose-pack.received" -> {
        Optional<String> fault = fault(false, open).or(() -> notAsTold(open));
        noted.clear();
        held.clear();
        return fault;
      }
      case "outside-dose.noted" -> {
        if (secret.text("note").indexOf('.') > 0) {
          noted.add(
              key(secret.text("note"), secret.text("patient"), secret.text("day"))
                  + secret.number("micrograms"));
        }
      }
      case "hold.placed" -> held.add(secret.text("patient"));
      case "guest.received" -> guests.put(secret.text("patient"), secret.text("site"));
      case "patient.admitted" -> admitted.add(secret.text("patient"));
      case "day.released" -> {
        if (List.of(secret.text("reasons").split(" ", -1)).stream().anyMatch(ASKED::contains)) {
          released.put(secret.text("patient"), secret.text("day"));
        }
      }
      default -> {}
    }
    return Optional.empty();
  }

  private static Optional<String> when(boolean wrong, String text) {
    return wrong ? Optional.of(text) : Optional.empty();
  }

  private static String key(String note, String patient, String day) {
    return note + "/" + patient + "/" + day + "/";
  }

  private static long untilOf(Body open) {
    return java.time.Instant.parse(open.text("until")).toEpochMilli();
  }

  /** Not the next one of its site, or one that the site did not write so. */
  private Optional<String> fault(boolean ofOrders, Body open) {
    long number = open.number("number");
    String way = ofOrders + open.text("site");
    long before = Optional.ofNullable(taken.put(way, number)).orElse(0L);
    PackTold pack = written.get(open.text("digest"));
    boolean same =
        pack != null
            && pack.orders() == ofOrders
            && pack.site().equals(open.text("site"))
            && pack.number() == number;
    return when(number <= before, "pack " + number + " is taken in after pack " + before)
        .or(() -> when(!same, "a pack is taken in that no other site wrote so"));
  }

  private void orders(Body open, Body secret) {
    String site = open.text("site");
    latest.put(site, new Latest(open.number("number"), untilOf(open)));
    for (String patient : secret.text("patients").split(" ", -1)) {
      listed.put(patient, new Listed(site, open.number("number")));
    }
  }

  /** What a dose pack tells is noted as it tells it; more than was ordered holds the patient. */
  private Optional<String> notAsTold(Body open) {
    PackTold pack = written.get(open.text("digest"));
    if (pack == null) {
      return Optional.empty();
    }
    for (PackTold.Dose dose : pack.doses()) {
      String as =
          key(pack.site() + "." + dose.id(), dose.patient(), dose.day()) + dose.micrograms();
      if (dose.taken() && !noted.contains(as)) {
        return Optional.of("a dose of " + dose.day() + " was told and is not noted so");
      }
      if (dose.taken()
          && dose.micrograms() > orders.microgramsOn(dose.patient(), dose.day())
          && !held.contains(dose.patient())) {
        return Optional.of("more than the order of " + dose.day() + " was told, and nobody looks");
      }
    }
    return Optional.empty();
  }

  /** Why nothing may be poured for somebody whom another site orders for, if so. */
  Optional<String> fault(Body dose, long atMillis) {
    Listed by = listed.get(dose.text("patient"));
    if (by == null
        || admitted.contains(dose.text("patient"))
        || dose.text("day").equals(released.get(dose.text("patient")))) {
      return Optional.empty();
    }
    Latest now = Optional.ofNullable(latest.get(by.site())).orElseThrow();
    return when(by.number() != now.number(), "is not in the latest orders of " + by.site())
        .or(
            () ->
                when(
                    atMillis > now.untilMillis() + DECIDED_MILLIS,
                    "the orders of " + by.site() + " are over"));
  }

  /** A dose is written: one of another site's patient is owed to that site. */
  void dose(String id, Body dose, String phase) {
    if (listed.isEmpty() && guests.isEmpty()) {
      return;
    }
    String patient = dose.text("patient");
    Optional.ofNullable(listed.get(patient))
        .map(Listed::site)
        .or(() -> Optional.ofNullable(guests.get(patient)))
        .ifPresent(
            site -> {
              Owed one = owed.computeIfAbsent(id, i -> new Owed(site, dose));
              one.told &= one.phase.equals(phase);
              one.phase = phase;
            });
  }

  /** The other site really read this pack of doses: everything owed is in it, as it ended. */
  Optional<String> read(PackTold pack) {
    for (PackTold.Dose told : pack.doses()) {
      Optional<Owed> one = Optional.ofNullable(owed.get(told.id()));
      if (one.filter(o -> isSo(o, pack.site(), told)).isEmpty()) {
        return Optional.of("dose " + told.id() + " is told otherwise than it is written");
      }
      one.ifPresent(o -> o.told = true);
    }
    Optional<String> left =
        owed.entrySet().stream()
            .filter(e -> e.getValue().site.equals(pack.site()) && isOver(e.getValue().phase))
            .filter(e -> !e.getValue().told)
            .map(e -> "dose " + e.getKey() + " is not told")
            .findFirst();
    owed.values().removeIf(one -> one.told && !one.phase.equals("OUTCOME_UNKNOWN"));
    return left;
  }

  private static boolean isSo(Owed one, String site, PackTold.Dose told) {
    return one.site.equals(site)
        && one.patient.equals(told.patient())
        && one.day.equals(told.day())
        && counts(one.phase) == told.taken();
  }

  private static boolean counts(String phase) {
    return Phases.taken(phase) || phase.equals("OUTCOME_UNKNOWN");
  }

  /** Who left before anything was poured has no dose to tell of. */
  private static boolean isOver(String phase) {
    return (Phases.ended(phase) && !phase.equals("LEFT_BEFORE_POUR"))
        || phase.equals("OUTCOME_UNKNOWN");
  }
}
