package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.yes;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinic with labelled stock; what a bottle really holds is the book plus {@link #off}. */
final class StockDayClinic {

  static final BatchId BATCH = new BatchId("L-1");
  static final StationId STATION = new StationId("s1");
  static final Density DENSITY = new Density(1_050_000);
  static final Mass EMPTY = Mass.ofGrams(92);

  private static final LocalDate EXPIRY = LocalDate.of(2027, 11, 30);

  private static final ProductId PRODUCT = new ProductId("MTD-10-1000");
  private static final Volume SIZE = Volume.ofMillilitres(1000);

  final Session keeper = session("S-1", Role.STORE_KEEPER);
  final Session nurse = session("S-2", Role.DISPENSER);
  final Session pharmacist = session("S-3", Role.PHARMACIST);
  final Session doctor = session("S-4", Role.PRESCRIBER);
  final Session head = session("S-5", Role.HEAD);
  final Session second = session("S-6", Role.DISPENSER);

  final UseCases use;

  /** What people took without writing it, by bottle: below zero is missing. */
  final Map<BottleId, Volume> off = new HashMap<>();

  /** Whether doses come with what the pump counted. */
  boolean pumped;

  private int doses;

  StockDayClinic(PeopleStore people) {
    this.use = new UseCases(people);
    use.now.set(Instant.parse("2026-11-20T01:00:00Z"));
    yes(
        UseCases.<Answered<ProductId>>ask(
            reply ->
                new Receiving(use.house)
                    .product(
                        pharmacist,
                        new Product(
                            PRODUCT,
                            "brand",
                            Concentration.ofMilligramsPerMillilitre(10),
                            SIZE,
                            EMPTY,
                            "orange",
                            Optional.empty()),
                        reply)));
  }

  private static Session session(String id, Role role) {
    return new Session(new StaffId(id), id, Set.of(role), "t-1");
  }

  LocalDate today() {
    return use.house.calendar().today();
  }

  void tomorrow() {
    use.now.set(use.now.get().plus(Duration.ofDays(1)));
  }

  void later() {
    use.now.set(use.now.get().plus(Duration.ofMinutes(1)));
  }

  Signature signature(Session by, String digest) {
    return new Signature(by.staff(), by.roles(), digest, "t-1", use.now.get());
  }

  BottleId[] received(String ours, int count) {
    Receiving.Delivery delivery =
        new Receiving.Delivery(
            new Receipt.Papers(ours, "HD-1", "QD-1"),
            "deliverer",
            List.of(new Receiving.Came(BATCH, PRODUCT, EXPIRY, Optional.of(DENSITY), count, count)),
            Set.of(),
            "");
    Receipt receipt =
        yes(
            UseCases.<Answered<Receipt>>ask(
                reply -> new Receiving(use.house).receive(keeper, delivery, reply)));
    return receipt.lines().stream()
        .flatMap(line -> line.labels().stream())
        .toArray(BottleId[]::new);
  }

  void move(Session by, BottleAct act, BottleId... labels) {
    Bottles.Asked asked =
        new Bottles.Asked(
            Arrays.stream(labels).map(label -> BottleRequest.of(act, label, "reason")).toList());
    yes(
        UseCases.<Answered<Bottles.Moved>>ask(
            reply ->
                new Bottles(use.house)
                    .move(by, Optional.of(signature(pharmacist, asked.digest())), asked, reply)));
  }

  void opened(BottleId... labels) {
    move(keeper, BottleAct.ISSUE, labels);
    move(nurse, BottleAct.OPEN, labels);
  }

  void mounted(BottleId label) {
    Bottles.Asked asked =
        new Bottles.Asked(
            List.of(
                new BottleRequest(
                    BottleAct.MOUNT,
                    label,
                    Optional.of(STATION),
                    Optional.empty(),
                    Optional.of(gross(label)),
                    Optional.empty(),
                    "")));
    yes(
        UseCases.<Answered<Bottles.Moved>>ask(
            reply -> new Bottles(use.house).move(nurse, Optional.empty(), asked, reply)));
  }

  <T> T look(java.util.function.Function<Reads, T> read) {
    return use.house.journal().look(read);
  }

  Volume book(BottleId label) {
    return look(r -> r.balance(new Account(AccountKind.BOTTLE, label.value()), BATCH));
  }

  Volume balance(AccountKind kind) {
    return look(
        r ->
            r.stock().held().stream()
                .filter(h -> h.kind() == kind)
                .map(h -> h.volume())
                .reduce(Volume.ZERO, Volume::plus));
  }

  /** What a bottle really weighs. */
  Mass gross(BottleId label) {
    return gross(book(label).plus(off.getOrDefault(label, Volume.ZERO)));
  }

  static Mass gross(Volume holds) {
    return DENSITY.massOf(holds).plus(EMPTY);
  }

  void write(Fact... facts) {
    UseCases.ask(
        reply ->
            use.house
                .journal()
                .transact(
                    new Transaction<String>(
                        "test", use.now.get(), reads -> Decision.accept(List.of(facts), "")),
                    reply::accept));
  }

  /** Somebody drinks from a bottle. */
  PatientId dose(BottleId label, long microlitres, DosePart part) {
    doses++;
    PatientId patient = new PatientId("P-" + doses);
    write(Facts.patient(patient.value()));
    dose(label, patient, microlitres, part);
    return patient;
  }

  void dose(BottleId label, PatientId patient, long microlitres, DosePart part) {
    Volume volume = Volume.ofMicrolitres(microlitres);
    later();
    Dose bare =
        Facts.dose("D-" + patient.value() + "-" + part.number() + "-" + today(), patient, STATION);
    Dose dose =
        new Dose(
            bare.id(),
            patient,
            STATION,
            today(),
            part,
            bare.source(),
            bare.identification(),
            bare.user(),
            Optional.empty(),
            Optional.of(
                new Order(
                    new PrescriptionId("rx"),
                    Mass.ofMicrograms(microlitres * 10),
                    volume,
                    volume,
                    label,
                    BATCH)),
            pumped ? List.of(shot(bare.id().value(), volume)) : List.of(),
            Optional.of(new Weighing(DENSITY.massOf(volume), volume, true)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(use.now.get()),
            Optional.empty(),
            Optional.of(use.now.get()),
            Volume.ZERO);
    write(
        new Fact.DoseMoved(
            "consumed",
            Optional.empty(),
            State.of(Phase.CONSUMED, dose),
            "",
            Map.of(),
            List.of(
                Posting.move(
                    BATCH,
                    new Account(AccountKind.BOTTLE, label.value()),
                    Account.only(AccountKind.PATIENT),
                    volume))));
  }

  private static Intent shot(String dose, Volume volume) {
    return new Intent(
        new IntentId("i-" + dose), IntentKind.FIRST, volume, Volume.ZERO, Volume.ZERO, volume);
  }

  Answered<CountScope> begin() {
    return ask(reply -> new DayCounts(use.house).begin(nurse, reply));
  }

  /** What really is there, honestly counted. */
  DayCounts.Counts counts(CountScope scope) {
    return new DayCounts.Counts(
        scope.id(), scope.attempt(), scope.places().stream().map(this::found).toList());
  }

  private DayCounts.Found found(CountScope.Booked booked) {
    return switch (booked.place().kind()) {
      case BOTTLE ->
          new DayCounts.Found(
              booked.place(),
              Optional.of(gross(new BottleId(booked.place().of()))),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case CLOSED -> scanned(booked.place(), closed(booked.place()));
      case WASTE, DOSE ->
          new DayCounts.Found(
              booked.place(),
              Optional.of(Mass.ofGrams(500)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }

  static DayCounts.Found scanned(CountPlace place, List<BottleId> labels) {
    return new DayCounts.Found(
        place,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(labels));
  }

  List<BottleId> closed(CountPlace place) {
    return look(
        r ->
            r.stock().bottles().stream()
                .filter(Opened::closed)
                .filter(
                    b ->
                        CountPlace.closed(b.account().kind(), b.container(), b.batch())
                            .equals(place))
                .map(Bottle::label)
                .toList());
  }

  Answered<CountStored> store(DayCounts.Counts counts) {
    return ask(
        reply ->
            new DayCounts(use.house)
                .store(nurse, Optional.of(signature(keeper, counts.digest())), counts, reply));
  }

  Answered<CountPosted> book(String count, CountPosted.Said... said) {
    CountBooks.Asked asked = new CountBooks.Asked(count, List.of(said));
    return ask(
        reply ->
            new CountBooks(use.house)
                .book(nurse, Optional.of(signature(keeper, asked.digest())), asked, reply));
  }

  CountStored counted() {
    CountStored stored = yes(store(counts(yes(begin()))));
    yes(book(stored.id()));
    return stored;
  }

  Answered<FrozenDay> close(Session by, LocalDate day, String seal, String note) {
    Map<BottleId, Mass> weights = new HashMap<>();
    look(StockOpenings::opened).forEach(b -> weights.put(b.label(), gross(b.label())));
    StockCloses.Asked asked = new StockCloses.Asked(day, seal, 285, note, weights);
    return ask(reply -> new StockCloses(use.house).close(by, asked, reply));
  }

  FrozenDay closed(String seal) {
    counted();
    return yes(close(nurse, today(), seal, ""));
  }

  Answered<OpeningCheck> check(SealState seal, String number) {
    Map<BottleId, Mass> weights = new HashMap<>();
    look(StockOpenings::opened).forEach(b -> weights.put(b.label(), gross(b.label())));
    StockOpenings.Looked looked =
        new StockOpenings.Looked(seal, Optional.of(number), weights, List.of(station(20_010_000)));
    return ask(reply -> new StockOpenings(use.house).check(nurse, looked, reply));
  }

  static StockOpenings.CheckedStation station(long read) {
    return new StockOpenings.CheckedStation(
        STATION, "PUMP-1", "SCALE-1", Mass.ofGrams(20), Mass.ofMicrograms(read), true);
  }

  Answered<Opening> open() {
    return ask(
        reply -> new Openings(use.house).open(nurse, Optional.of(Trace.SIGNED_REGISTER), reply));
  }
}
