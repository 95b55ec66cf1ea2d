package clinic.mmt.dispenser.app.monitor;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.day.OpenItems;
import clinic.mmt.dispenser.app.door.DayQueue;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.monitor.Overview.Care;
import clinic.mmt.dispenser.app.monitor.Overview.Difference;
import clinic.mmt.dispenser.app.monitor.Overview.Identity;
import clinic.mmt.dispenser.app.monitor.Overview.Lasting;
import clinic.mmt.dispenser.app.monitor.Overview.OpenKind;
import clinic.mmt.dispenser.app.monitor.Overview.Running;
import clinic.mmt.dispenser.app.monitor.Overview.Stock;
import clinic.mmt.dispenser.app.monitor.Overview.Waiting;
import clinic.mmt.dispenser.app.stock.Forecasts;
import clinic.mmt.dispenser.app.stock.Pace;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.QueueOrder;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import clinic.mmt.dispenser.domain.queue.Waits;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clinic at a glance. A long read beside the ledger thread, on the caller's; what changes
 * slowly is kept for a minute.
 */
public final class ClinicMonitor {

  private static final long SLOW_NANOS = 60_000_000_000L;

  private final House house;
  private final String site;
  private final List<StationId> stations;
  private final DayQueue queue;
  private final Forecasts forecasts;
  private final AtomicReference<Optional<Slow>> slow = new AtomicReference<>(Optional.empty());

  /**
   * For one clinic.
   *
   * @param site the name of this site, as quotas say it
   * @param stations all of them
   */
  public ClinicMonitor(House house, String site, List<StationId> stations) {
    this.house = house;
    this.site = site;
    this.stations = List.copyOf(stations);
    this.queue = new DayQueue(house);
    this.forecasts = new Forecasts(house);
  }

  /** What changes slowly. */
  private record Slow(LocalDate day, long nanos, Care care, UsualDay usual, Pace pace) {}

  /** Everything as it is now. */
  public Overview now() {
    return house.journal().look(this::of);
  }

  private Overview of(Reads reads) {
    LocalDate today = house.calendar().today();
    Slow known = slow(reads, today);
    DayQueue.Today people = queue.today(reads);
    List<State> doses = reads.packs().dosesOf(today, today);
    Waiting waiting = waiting(reads, people, today);
    int given = people.queue().dosed().size();
    return new Overview(
        today,
        house.clock().instant(),
        known.care(),
        known
            .usual()
            .beside(given, given + waiting.all() + waiting.notCome(), doses, house.calendar()),
        waiting,
        open(reads, today),
        stations.stream()
            .flatMap(at -> reads.degraded().modes(at).stream())
            .map(mode -> new Running(mode.station(), mode.mode(), mode.since()))
            .toList(),
        new Identity(ways(doses), doubts(reads, people.queue(), today)),
        stock(reads, known.pace(), today));
  }

  private Slow slow(Reads reads, LocalDate today) {
    long nanos = house.timers().nanos();
    Optional<Slow> known =
        slow.get().filter(s -> s.day().equals(today) && nanos - s.nanos() < SLOW_NANOS);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Slow> ofToday = slow.get().filter(s -> s.day().equals(today));
    Slow found =
        new Slow(
            today,
            nanos,
            new Care(inTreatment(reads), quota(reads, today)),
            // Of days that are over: once a day is enough.
            ofToday.map(Slow::usual).orElseGet(() -> UsualDay.of(reads, today, house.calendar())),
            ofToday.map(Slow::pace).orElseGet(() -> Pace.of(reads, today)));
    slow.set(Optional.of(found));
    return found;
  }

  private static int inTreatment(Reads reads) {
    return Math.toIntExact(
        reads.patients().stream()
            .filter(patient -> MovementRules.inCare(reads.episodes().movements(patient)))
            .count());
  }

  private Optional<Integer> quota(Reads reads, LocalDate today) {
    return reads.episodes().quotas().stream()
        .filter(quota -> quota.site().equals(site) && !quota.from().isAfter(today))
        .max(Comparator.comparing(SiteQuota::from))
        .map(SiteQuota::patients);
  }

  private static Waiting waiting(Reads reads, DayQueue.Today today, LocalDate day) {
    int ready = 0;
    int atCounter = 0;
    int later = 0;
    for (Standing standing : today.queue().next()) {
      switch (standing.waits()) {
        case Waits.AtCounter c -> atCounter++;
        case Waits.Until u -> later++;
        case Waits.Ready r -> ready++;
        case Waits.ForDoctor d -> {}
        case Waits.Dosed d -> {}
        case Waits.Absent a -> {}
      }
    }
    Map<DoctorWhy, Integer> doctor = new EnumMap<>(DoctorWhy.class);
    for (Standing standing : today.queue().doctor()) {
      doctor.merge(why(today, standing.who()), 1, Integer::sum);
    }
    long notCome =
        today.queue().absent().stream()
            .filter(standing -> !hasItAtHome(reads, standing.who().patient(), day))
            .count();
    return new Waiting(ready, atCounter, later, doctor, Math.toIntExact(notCome));
  }

  private static DoctorWhy why(DayQueue.Today today, Comer who) {
    return Optional.ofNullable(today.stopped().get(who.patient()))
        .map(DoctorWhy::of)
        .orElse(DoctorWhy.FITNESS);
  }

  /** Whoever was given a bottle for today is not expected. */
  private static boolean hasItAtHome(Reads reads, PatientId patient, LocalDate day) {
    return reads.takeHome().bottles(patient, day).stream()
        .anyMatch(bottle -> bottle.day().equals(day) && bottle.state().coversItsDay());
  }

  private static List<OpenKind> open(Reads reads, LocalDate today) {
    Map<CloseList.Sort, List<LocalDate>> since = new EnumMap<>(CloseList.Sort.class);
    OpenItems.of(reads, today)
        .forEach(
            item -> since.computeIfAbsent(item.kind(), k -> new ArrayList<>()).add(item.since()));
    return since.entrySet().stream()
        .map(
            e ->
                new OpenKind(
                    e.getKey(),
                    e.getValue().size(),
                    e.getValue().stream().min(Comparator.naturalOrder()).orElse(today)))
        .sorted(Comparator.comparing(OpenKind::since))
        .toList();
  }

  /** Of whom something was poured, or was to be: what was left before counts as no visit. */
  private static Map<Identification.Method, Integer> ways(List<State> doses) {
    Map<Identification.Method, Integer> ways = new EnumMap<>(Identification.Method.class);
    doses.stream()
        .filter(state -> state.phase() != Phase.LEFT_BEFORE_POUR)
        .forEach(s -> ways.merge(s.dose().identification().method(), 1, Integer::sum));
    return ways;
  }

  private static int doubts(Reads reads, QueueOrder.Queue queue, LocalDate day) {
    return Math.toIntExact(
        queue
            .everybody()
            .filter(standing -> reads.identity().inDoubt(standing.who().patient(), day))
            .count());
  }

  private Stock stock(Reads reads, Pace pace, LocalDate today) {
    if (reads.stock().days().blind(today)) {
      return new Stock(true, List.of(), Optional.empty());
    }
    List<Lasting> lasting =
        reads.stock().labelled() == 0
            ? List.of()
            : forecasts.lasting(reads, pace).entrySet().stream()
                .map(e -> new Lasting(e.getKey(), e.getValue()))
                .toList();
    return new Stock(
        false,
        lasting,
        reads.stock().days().lastFrozen().map(FrozenDay::day).map(day -> last(reads, day)));
  }

  private static Difference last(Reads reads, LocalDate day) {
    Volume missing = Volume.ZERO;
    Volume over = Volume.ZERO;
    for (var result : reads.stock().days().results(day, day)) {
      Volume off = result.difference();
      missing = off.isLessThan(Volume.ZERO) ? missing.plus(off.negated()) : missing;
      over = off.isMoreThan(Volume.ZERO) ? over.plus(off) : over;
    }
    return new Difference(day, missing, over);
  }
}
