package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doses of a downtime sheet: taken, with liquid out of the bottle, or in doubt. */
final class SheetDoses {

  /** The end of the kind of an entry that a line of a sheet makes. */
  private static final String ENTERED = "sheet-entered";

  private final House house;

  SheetDoses(House house) {
    this.house = house;
  }

  /** Adds what a line means to {@code facts}, or says what is wrong with it. */
  Optional<Refusal> add(
      Reads reads, Downtime downtime, StationId station, SheetRow row, List<Fact> facts) {
    if (!reads.registered(row.patient())) {
      return Optional.of(fault("not-registered", "nobody who is in care here"));
    }
    return switch (row.told()) {
      case NOT_DOSED -> {
        facts.add(new DegradedFact.SheetRowEntered(downtime.id(), row));
        yield Optional.empty();
      }
      case UNKNOWN -> {
        inDoubt(reads, downtime, row, row.givenBy().orElse(new StaffId("service")), facts);
        yield Optional.empty();
      }
      case DOSED -> dosed(reads, downtime, station, row, facts);
    };
  }

  static Refusal fault(String code, String what) {
    return Refusal.of(
        code, "R-122", what + ".", "read the line again, both of you, and correct or strike it");
  }

  private Optional<Refusal> dosed(
      Reads reads, Downtime downtime, StationId station, SheetRow row, List<Fact> facts) {
    boolean possible =
        row.at()
            .filter(at -> !at.isAfter(house.clock().instant()) && !at.isBefore(downtime.from()))
            .filter(at -> house.calendar().dayOf(at).equals(downtime.day()))
            .isPresent();
    if (!possible) {
      return Optional.of(fault("time-not-possible", "a time in the future or before the outage"));
    }
    if (row.givenBy().filter(by -> !reads.roles(by).isEmpty()).isEmpty()) {
      return Optional.of(fault("no-such-staff", "nobody of the staff gave this dose"));
    }
    Optional<Prescription> order = reads.prescription(row.patient(), downtime.day());
    if (order.isEmpty() || !row.dose().isMoreThan(Mass.ZERO)) {
      return Optional.of(
          Refusal.of(
              "no-order-of-that-day",
              "R-122",
              "no amount, or nobody whose order held on that day.",
              "a doctor decides: the dose is noted as one that was not poured here"));
    }
    Optional<DosePart> part = part(reads, downtime, order.get());
    if (part.isEmpty()) {
      return Optional.of(
          fault("already-dosed", "a dose of somebody whose dose of that day is in the book"));
    }
    return reads
        .mounted(station)
        .map(bottle -> taken(reads, new Line(downtime, station, row), part.get(), bottle, facts))
        .orElseGet(
            () ->
                Optional.of(
                    Refusal.of(
                        "no-bottle-mounted",
                        "R-60",
                        "no bottle is mounted at this station.",
                        "mount the bottle that the doses came from, then enter the line")));
  }

  /** A line with where it belongs. */
  private record Line(Downtime downtime, StationId station, SheetRow row) {}

  /** The first part of the day that no dose has; a split dose has two. */
  private static Optional<DosePart> part(Reads reads, Downtime downtime, Prescription order) {
    List<DosePart> parts =
        order.laterOn(downtime.day()).isPresent()
            ? List.of(DosePart.WHOLE, DosePart.LATER)
            : List.of(DosePart.WHOLE);
    return parts.stream()
        .filter(part -> reads.openOrTaken(order.patient(), downtime.day(), part).isEmpty())
        .findFirst();
  }

  private Optional<Refusal> taken(
      Reads reads, Line line, DosePart part, MountedBottle bottle, List<Fact> facts) {
    SheetRow row = line.row();
    Volume volume = bottle.concentration().volumeFor(row.dose());
    Account from = new Account(AccountKind.BOTTLE, bottle.bottle().value());
    Volume before = reads.balance(from, bottle.batch());
    Volume drawn =
        facts.stream()
            .flatMap(fact -> fact.postings().stream())
            .flatMap(posting -> posting.legs().stream())
            .filter(leg -> leg.account().equals(from))
            .map(Posting.Leg::change)
            .reduce(Volume.ZERO, Volume::plus);
    if (before.plus(drawn).isLessThan(volume)) {
      return Optional.of(
          Refusal.of(
              "bottle-holds-less",
              "R-122",
              "the mounted bottle does not hold that much by the book.",
              "enter the lines of this bottle, mount the next one, then enter the others"));
    }
    Order order =
        new Order(
            reads.prescription(row.patient(), line.downtime().day()).orElseThrow().id(),
            row.dose(),
            volume,
            volume,
            bottle.bottle(),
            bottle.batch());
    Instant at = row.at().orElseThrow();
    StaffId by = row.givenBy().orElseThrow();
    Dose dose = dose(line, part, at, by, Optional.of(order));
    facts.add(new DegradedFact.SheetRowEntered(line.downtime().id(), row));
    facts.add(
        moved(
            new State.Consumed(dose),
            line.downtime(),
            List.of(
                Posting.move(bottle.batch(), from, Account.only(AccountKind.PATIENT), volume))));
    return Optional.empty();
  }

  /** In doubt it counts as taken for the day, and not for tolerance: a doctor decides next. */
  void inDoubt(Reads reads, Downtime downtime, SheetRow row, StaffId by, List<Fact> facts) {
    facts.add(new DegradedFact.SheetRowEntered(downtime.id(), row));
    boolean free = reads.openOrTaken(row.patient(), downtime.day(), DosePart.WHOLE).isEmpty();
    if (free) {
      StationId station = downtime.station().orElse(new StationId("sheet"));
      Line line = new Line(downtime, station, row);
      Dose dose = dose(line, DosePart.WHOLE, downtime.from(), by, Optional.empty());
      facts.add(moved(new State.Uncertain(dose), downtime, List.of()));
    }
  }

  private Dose dose(Line line, DosePart part, Instant at, StaffId by, Optional<Order> order) {
    boolean given = order.isPresent();
    return new Dose(
        new DoseId(house.ids().next("v")),
        line.row().patient(),
        line.station(),
        line.downtime().day(),
        part,
        LiquidSource.SHEET,
        new Identification(Identification.Method.DOWNTIME_SHEET, at),
        by,
        Optional.empty(),
        order,
        List.of(),
        Optional.empty(),
        Optional.of(by).filter(b -> given),
        Optional.of(by).filter(b -> given),
        Optional.empty(),
        Optional.of(at).filter(t -> given),
        Optional.of(at),
        Volume.ZERO);
  }

  private static Fact moved(State to, Downtime downtime, List<Posting> postings) {
    return new Fact.DoseMoved(
        ENTERED,
        Optional.empty(),
        to,
        "by the downtime sheet",
        Map.of("downtime", downtime.id()),
        postings);
  }
}
