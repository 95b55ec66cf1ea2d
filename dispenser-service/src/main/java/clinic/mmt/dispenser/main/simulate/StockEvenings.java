package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.day.CountBooks;
import clinic.mmt.dispenser.app.day.DayCounts;
import clinic.mmt.dispenser.app.day.StockAdjustments;
import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.app.day.StockOpenings;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.stock.StockPages;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The evening and the morning of the stock: counted blind by two, booked, closed with a seal;
 * looked at again before the first dose. Nobody here sees the book.
 */
final class StockEvenings {

  private static final int BY_ONE_PERMILLE = 25;
  private static final int SEEN_PERMILLE = 25;
  private static final int INTERRUPTED_PERMILLE = 12;
  private static final int SEAL_BROKEN_PERMILLE = 15;
  private static final int WITHOUT_REASON_PERMILLE = 500;
  private static final int UNEXPLAINED_PERMILLE = 400;
  private static final int DIES_WITHIN_MICROS = 3_000;
  private static final int STORE_TENTHS = 245;
  private static final Mass WASTE_CONTAINER = Mass.ofGrams(310);
  private static final Mass REFERENCE = Mass.ofGrams(20);

  private final Clinic clinic;
  private final Shelf shelf;

  /** Differences that nobody can explain; two settle them on the next day. */
  private final List<CountPlace> unexplained = new ArrayList<>();

  private Optional<LocalDate> closed = Optional.empty();
  private int counts;

  /** The seal in the hand of who closes, and the one on the cabinet. */
  private int seals;

  private Optional<String> onCabinet = Optional.empty();
  private boolean sealBroken;

  StockEvenings(Clinic clinic, Shelf shelf) {
    this.clinic = clinic;
    this.shelf = shelf;
  }

  /** The dice say whether the seal is found broken; what was left open is settled by two. */
  void begin(int day) {
    sealBroken = clinic.happens(clinic.dice(48, day), FaultKind.SEAL_BROKEN, SEAL_BROKEN_PERMILLE);
    List.copyOf(unexplained)
        .forEach(place -> clinic.errands().add((p, done) -> settle(p, place, done)));
    unexplained.clear();
  }

  // The evening.

  /** Asks for the close of a day and does what is still owed for it. */
  void close(Process p, LocalDate day, Consumer<Boolean> done) {
    close(p, day, Staff.PHARMACIST, done);
  }

  private void close(Process p, LocalDate day, Staff who, Consumer<Boolean> done) {
    new StockCloses(p.house)
        .close(
            p.session(who),
            asked(day, who == Staff.HEAD ? "looked at" : ""),
            clinic
                .errands()
                .heard(
                    frozen -> {
                      sealed(frozen);
                      done.accept(true);
                    },
                    refusal -> owed(p, day, refusal, done),
                    done));
  }

  /** A close that somebody asks for in mid-day. */
  void closeEarly(Process p, LocalDate day, Consumer<Refusal> no) {
    new StockCloses(p.house)
        .close(
            p.session(Staff.HEAD),
            asked(day, "too early"),
            clinic.errands().heard(this::sealed, no, again -> {}));
  }

  private StockCloses.Asked asked(LocalDate day, String note) {
    return new StockCloses.Asked(day, seal(), STORE_TENTHS, note, shelf.weights());
  }

  private String seal() {
    return "N-" + (seals + 1);
  }

  private void sealed(FrozenDay frozen) {
    onCabinet = Optional.of(seal());
    seals++;
    closed = Optional.of(frozen.day());
  }

  private void owed(Process p, LocalDate day, Refusal refusal, Consumer<Boolean> done) {
    switch (refusal.code()) {
      case "close-watched" -> {
        clinic.counts.reached(FaultKind.CLOSE_WHILE_WATCHED);
        new Doctor(p).endsAll(() -> done.accept(false));
      }
      case "day-not-counted" -> count(p, () -> done.accept(false), done);
      case "head-note-needed" -> close(p, day, Staff.HEAD, done);
      default -> done.accept(true);
    }
  }

  // A count.

  /** Begins, stores and books one; {@code then} when it is booked. */
  void count(Process p, Runnable then, Consumer<Boolean> done) {
    Dice dice = clinic.dice(46, ++counts);
    if (clinic.happens(dice, FaultKind.COUNT_INTERRUPTED, INTERRUPTED_PERMILLE)) {
      clinic.counts.reached(FaultKind.COUNT_INTERRUPTED);
      clinic.time.after(clinic.world, dice.between(0, DIES_WITHIN_MICROS) * 1000L, clinic::die);
    }
    new DayCounts(p.house)
        .begin(
            p.session(Staff.PHARMACIST),
            clinic
                .errands()
                .heard(
                    scope -> began(new Count(p, dice, then, done), scope),
                    no -> done.accept(true),
                    done));
  }

  private record Count(Process p, Dice dice, Runnable then, Consumer<Boolean> done) {}

  private void began(Count c, CountScope scope) {
    if (clinic.happens(c.dice(), FaultKind.COUNT_SEES_BOOK, SEEN_PERMILLE)) {
      new StockPages(c.p().house)
          .accounts(
              c.p().session(Staff.HEAD),
              clinic
                  .errands()
                  .heard(
                      book -> {
                        clinic.judge.office().bookTold();
                        weigh(c, scope);
                      },
                      no -> {
                        clinic.counts.reached(FaultKind.COUNT_SEES_BOOK);
                        weigh(c, scope);
                      },
                      c.done()));
    } else {
      weigh(c, scope);
    }
  }

  private void weigh(Count c, CountScope scope) {
    DayCounts.Counts found =
        new DayCounts.Counts(
            scope.id(),
            scope.attempt(),
            scope.places().stream().map(b -> found(b.place(), b.byVolume())).toList());
    store(c, found, clinic.happens(c.dice(), FaultKind.COUNT_BY_ONE, BY_ONE_PERMILLE));
  }

  private DayCounts.Found found(CountPlace place, boolean byVolume) {
    return switch (place.kind()) {
      case BOTTLE -> bottle(place, new BottleId(place.of()), byVolume);
      case CLOSED ->
          new DayCounts.Found(
              place,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(shelf.closed(place)),
              Optional.empty());
      // Its weight is kept. How much of what is not in cups it got nobody knows here.
      case WASTE, DOSE ->
          new DayCounts.Found(
              place,
              Optional.of(WASTE_CONTAINER),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
    };
  }

  private DayCounts.Found bottle(CountPlace place, BottleId label, boolean byVolume) {
    Optional<Volume> measured =
        byVolume ? Optional.of(new Volume(shelf.cylinder(label))) : Optional.empty();
    clinic
        .judge
        .office()
        .weighed(label.value(), shelf.microlitres(label), shelf.within(label, byVolume));
    return new DayCounts.Found(
        place,
        Optional.of(shelf.gross(label)),
        Optional.empty(),
        measured,
        Optional.empty(),
        Optional.empty());
  }

  private void store(Count c, DayCounts.Counts found, boolean byOne) {
    new DayCounts(c.p().house)
        .store(
            c.p().session(Staff.PHARMACIST),
            Optional.of(
                HomeDoses.second(c.p(), byOne ? Staff.PHARMACIST : Staff.HEAD, found.digest())),
            found,
            clinic
                .errands()
                .heard(
                    stored -> stored(c, stored),
                    refusal -> {
                      if (refusal.code().equals("second-signature-needed") && byOne) {
                        clinic.counts.reached(FaultKind.COUNT_BY_ONE);
                        store(c, found, false);
                      } else {
                        c.done().accept(false);
                      }
                    },
                    c.done()));
  }

  private void stored(Count c, CountStored stored) {
    List<CountPosted.Said> reasons =
        stored.beyond().stream().map(line -> said(line, c.dice())).toList();
    boolean without =
        !reasons.isEmpty()
            && clinic.happens(c.dice(), FaultKind.COUNT_BEYOND, WITHOUT_REASON_PERMILLE);
    book(c, new CountBooks.Asked(stored.id(), without ? List.of() : reasons), reasons);
  }

  private static CountPosted.Said said(CountLine line, Dice dice) {
    boolean known = !dice.permille(UNEXPLAINED_PERMILLE);
    return new CountPosted.Said(
        line.place(),
        known ? CountReason.MEASURED_WRONG : CountReason.UNEXPLAINED,
        known ? "it was never full" : "nobody knows");
  }

  private void book(Count c, CountBooks.Asked asked, List<CountPosted.Said> reasons) {
    new CountBooks(c.p().house)
        .book(
            c.p().session(Staff.PHARMACIST),
            Optional.of(HomeDoses.second(c.p(), Staff.HEAD, asked.digest())),
            asked,
            clinic
                .errands()
                .heard(
                    posted -> {
                      open(posted);
                      c.then().run();
                    },
                    refusal -> {
                      if (refusal.code().equals("count-reason-missing")
                          && asked.reasons().isEmpty()) {
                        clinic.counts.reached(FaultKind.COUNT_BEYOND);
                        book(c, new CountBooks.Asked(asked.count(), reasons), reasons);
                      } else {
                        c.done().accept(false);
                      }
                    },
                    c.done()));
  }

  private void open(CountPosted posted) {
    posted.reasons().stream()
        .filter(said -> said.reason() == CountReason.UNEXPLAINED)
        .forEach(said -> unexplained.add(said.place()));
  }

  private void settle(Process p, CountPlace place, Consumer<Boolean> done) {
    StockAdjustments.Asked asked =
        new StockAdjustments.Asked(
            StockAdjustment.Kind.SETTLED, "", place, CountReason.OTHER, "looked at by two");
    new StockAdjustments(p.house)
        .adjust(
            p.session(Staff.PHARMACIST),
            Optional.of(HomeDoses.second(p, Staff.HEAD, asked.digest())),
            asked,
            clinic.errands().heard(done));
  }

  // The morning.

  /** Seal and weights; when it is written, {@code then}. */
  void check(Process p, Consumer<Boolean> done) {
    new StockOpenings(p.house)
        .check(
            p.session(Staff.PHARMACIST),
            new StockOpenings.Looked(
                sealBroken ? SealState.BROKEN : SealState.UNBROKEN,
                sealBroken ? Optional.empty() : onCabinet,
                shelf.weights(),
                clinic.stations.stream()
                    .map(
                        s ->
                            new StockOpenings.CheckedStation(
                                s.id, "sim-pump", "sim-scale", REFERENCE, REFERENCE, true))
                    .toList()),
            clinic
                .errands()
                .heard(
                    check -> {
                      if (!check.fits() && sealBroken) {
                        clinic.counts.reached(FaultKind.SEAL_BROKEN);
                      }
                      done.accept(false);
                    },
                    no -> done.accept(true),
                    done));
  }

  /** Somebody reads the last day that was closed. */
  void read(Process p, Consumer<Boolean> done) {
    if (closed.isEmpty()) {
      done.accept(true);
      return;
    }
    LocalDate day = closed.get();
    new StockCloses(p.house)
        .page(
            p.session(Staff.PHARMACIST),
            day,
            clinic
                .errands()
                .heard(
                    page -> {
                      clinic.judge.office().dayTold(day.toString(), DayRead.figures(page));
                      done.accept(true);
                    },
                    no -> done.accept(true),
                    done));
  }
}
