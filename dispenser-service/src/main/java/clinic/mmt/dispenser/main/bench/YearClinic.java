package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.day.CountBooks;
import clinic.mmt.dispenser.app.day.DayCounts;
import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.app.day.StockOpenings;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.report.StockReport;
import clinic.mmt.dispenser.app.rules.RuleBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.report.Period;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A clinic with labelled stock that lives day after day on a given journal: opening check, doses of
 * the template, blind count, close, all but the doses by the real use cases.
 */
final class YearClinic {

  static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final BatchId BATCH = new BatchId("L-YEAR");
  static final StationId STATION = new StationId("s1");
  static final Density DENSITY = new Density(1_050_000);
  private static final Mass EMPTY = Mass.ofGrams(92);
  static final Volume SIZE = Volume.ofMillilitres(1000);
  static final ProductId PRODUCT = new ProductId("MTD-10-1000");

  /** What may be left in a bottle that is empty. */
  private static final Volume FILM = Volume.ofMicrolitres(1900);

  private static final int PRESCRIBED_DAYS = 90;

  /** What leaves an opened bottle in a day, µL. */
  private static final long EVAPORATION = 50;

  private static final int UNDER_WAY = 1000;

  private final Session keeper = session("S-1", Role.STORE_KEEPER);
  private final Session nurse = session("S-2", Role.DISPENSER);
  private final Session pharmacist = session("S-3", Role.PHARMACIST);
  private final AtomicReference<Instant> now = new AtomicReference<>(at(FIRST, 6));
  private final AtomicInteger ids = new AtomicInteger();
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final AtomicReference<String> failed = new AtomicReference<>("");
  private final YearTemplate template;
  private final int patients;
  private final House house;
  private final YearCabinet cabinet;

  private LocalDate day = FIRST;
  private int number;
  private Optional<BottleId> mounted = Optional.empty();

  /** What the mounted bottle holds by the book. */
  private Volume left = Volume.ZERO;

  /** On a journal; {@code template} is what its people drink. */
  YearClinic(Journal journal, People people, YearTemplate template, int patients) {
    this.template = template;
    this.patients = patients;
    this.house =
        new House(
            journal,
            people,
            now::get,
            new BenchTimers(),
            prefix -> prefix + "-" + ids.incrementAndGet(),
            new ClinicCalendar(now::get, ZONE, Instant.EPOCH),
            new RuleBook(ProfileFile.builtInFile("VN-2024")),
            SiteType.DEFAULT);
    this.cabinet = new YearCabinet(house, now::get);
  }

  static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "t-1");
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  static <T> T yes(Consumer<Consumer<Answered<T>>> question) {
    CompletableFuture<Answered<T>> reply = new CompletableFuture<>();
    question.accept(reply::complete);
    return value(reply.orTimeout(120, TimeUnit.SECONDS).join());
  }

  private static <T> T value(Answered<T> answer) {
    return switch (answer) {
      case Answered.Yes<T>(T value) -> value;
      case Answered.No<T>(var refusal) -> throw new IllegalStateException(refusal.code());
      case Answered.Failed<T>(String why) -> throw new IllegalStateException(why);
    };
  }

  /** How long the acts of an evening took, in nanoseconds. */
  record Evening(long count, long close) {}

  LocalDate today() {
    return day;
  }

  /** The first things of a new clinic. */
  void begin() {
    write(new Fact.JournalOpened("bench", "training", ZONE.getId()), now.get());
    YearClinic.<ProductId>yes(
        reply ->
            new Receiving(house)
                .product(
                    pharmacist,
                    new Product(
                        PRODUCT,
                        "bench",
                        Concentration.ofMilligramsPerMillilitre(10),
                        SIZE,
                        EMPTY,
                        "orange",
                        Optional.empty()),
                    reply));
    for (int i = 0; i < patients; i++) {
      write(new Fact.PatientRegistered(patient(i)), now.get());
    }
    settle();
  }

  private static PatientId patient(int i) {
    return new PatientId("P-" + i);
  }

  /** Lives through a day; the clock stands at its evening afterwards, and at the next morning. */
  Evening live(int index) {
    if (index % PRESCRIBED_DAYS == 0) {
      prescribe(index / PRESCRIBED_DAYS);
    }
    if (index > 0) {
      checked();
    }
    YearClinic.<Opening>yes(
        reply -> new Openings(house).open(nurse, Optional.of(Trace.SIGNED_REGISTER), reply));
    for (int i = 0; i < patients; i++) {
      dose(i);
    }
    settle();
    now.set(at(day, 17));
    Evening evening = evening();
    day = day.plusDays(1);
    now.set(at(day, 6));
    return evening;
  }

  private void prescribe(int quarter) {
    for (int i = 0; i < patients; i++) {
      write(
          new Fact.PrescriptionSigned(
              Prescription.daily(
                  new PrescriptionId("rx-" + quarter + "-" + i),
                  patient(i),
                  Mass.ofMilligrams(85),
                  new Prescription.Days(day, day.plusDays(PRESCRIBED_DAYS - 1L)),
                  pharmacist.staff())),
          now.get());
    }
    settle();
  }

  private void checked() {
    Map<BottleId, Mass> weights = new HashMap<>();
    opened().forEach(b -> weights.put(b.label(), gross(cabinet.book(b.label()), 0)));
    StockOpenings.Looked looked =
        new StockOpenings.Looked(
            SealState.UNBROKEN,
            Optional.of("N-" + day.minusDays(1)),
            weights,
            List.of(
                new StockOpenings.CheckedStation(
                    STATION, "PUMP-1", "SCALE-1", Mass.ofGrams(20), Mass.ofGrams(20), true)));
    OpeningCheck check = yes(reply -> new StockOpenings(house).check(nurse, looked, reply));
    if (!check.fits()) {
      throw new IllegalStateException("the opening check does not fit: " + check);
    }
  }

  private List<Bottle> opened() {
    return house.journal().look(r -> r.stock().bottles()).stream()
        .filter(b -> b.state() == BottleState.OPEN || b.state() == BottleState.MOUNTED)
        .toList();
  }

  static Mass gross(Volume book, long lost) {
    return DENSITY.massOf(book.minus(Volume.ofMicrolitres(lost))).plus(EMPTY);
  }

  /** One dose; the last one out of a bottle is chosen so that it empties it. */
  private void dose(int i) {
    if (!left.isMoreThan(FILM)) {
      settle();
      mounted = Optional.of(cabinet.change(mounted));
      left = SIZE;
    }
    int next = template.emptying(number + 1, left, FILM).orElse(number + 1);
    if (template.drawn(next).isMoreThan(left)) {
      throw new IllegalStateException("no dose empties a rest of " + left);
    }
    left = left.minus(template.drawn(next));
    number++;
    YearTemplate.Again again =
        new YearTemplate.Again(
            "D-" + number, patient(i), day, STATION, mounted.orElseThrow(), BATCH);
    Instant at = at(day, 7).plusSeconds(i * 10L);
    template.dose(next, again).forEach(move -> write(move, at));
  }

  private Evening evening() {
    long began = System.nanoTime();
    DayCounts counting = new DayCounts(house);
    CountScope scope = yes(reply -> counting.begin(nurse, reply));
    DayCounts.Counts counts =
        new DayCounts.Counts(
            scope.id(),
            scope.attempt(),
            scope.places().stream().map(booked -> found(booked)).toList());
    CountStored stored =
        yes(
            reply ->
                counting.store(
                    nurse, Optional.of(cabinet.signature(keeper, counts.digest())), counts, reply));
    CountBooks.Asked asked = new CountBooks.Asked(stored.id(), List.of());
    CountPosted posted =
        yes(reply -> new CountBooks(house).book(nurse, Optional.empty(), asked, reply));
    left = mounted.map(cabinet::book).orElse(Volume.ZERO);
    long counted = System.nanoTime();
    StockCloses.Asked close = new StockCloses.Asked(posted.day(), "N-" + day, 285, "", Map.of());
    FrozenDay frozen = yes(reply -> new StockCloses(house).close(nurse, close, reply));
    if (frozen.doses() != patients) {
      throw new IllegalStateException("closed with " + frozen.doses() + " doses");
    }
    return new Evening(counted - began, System.nanoTime() - counted);
  }

  private DayCounts.Found found(CountScope.Booked booked) {
    return switch (booked.place().kind()) {
      case BOTTLE ->
          new DayCounts.Found(
              booked.place(),
              Optional.of(gross(booked.volume(), lost(booked))),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case CLOSED ->
          new DayCounts.Found(
              booked.place(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of((int) (booked.volume().microlitres() / SIZE.microlitres())),
              Optional.empty());
      case WASTE, DOSE -> throw new IllegalStateException("nothing is wasted here");
    };
  }

  /** What is missing by itself, but never more than there is. */
  private static long lost(CountScope.Booked booked) {
    return Math.min(EVAPORATION, Math.max(0, booked.volume().microlitres()));
  }

  /** The report over the period that a day lies in. */
  StockReport report(Period.Length length, LocalDate of) {
    return value(new Reports(house).stock(pharmacist, Period.calendar(length, of)));
  }

  private void write(Fact fact, Instant when) {
    underWay.acquireUninterruptibly();
    house
        .journal()
        .transact(
            new Transaction<>("bench", when, reads -> Decision.accept(List.of(fact), "")),
            outcome -> {
              if (!(outcome instanceof Outcome.Done<?>)) {
                failed.compareAndSet("", fact + " " + outcome);
              }
              underWay.release();
            });
  }

  /** Waits until everything is durable. */
  private void settle() {
    underWay.acquireUninterruptibly(UNDER_WAY);
    underWay.release(UNDER_WAY);
    if (!failed.get().isEmpty()) {
      throw new IllegalStateException(failed.get());
    }
  }
}
