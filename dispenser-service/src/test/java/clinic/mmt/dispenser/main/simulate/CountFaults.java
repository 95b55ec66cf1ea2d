package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Faults of counts and closes, as other systems had them. */
final class CountFaults {

  private static final Set<AccountKind> RESULTS = Set.of(AccountKind.LOSS, AccountKind.SURPLUS);

  private CountFaults() {}

  /** The second signature for a count is asked for, and not kept. */
  static Fitting countedByOne() {
    return OfficeFaults.notSigned(ActKind.DAY_COUNT);
  }

  /** What is too much in one bottle makes up for what is missing in another. */
  static Fitting netted() {
    return Tampered.eachFact(
        f ->
            f instanceof StockDayFact.CountBooked b
                ? new StockDayFact.CountBooked(b.posted(), netted(b.postings()))
                : f);
  }

  private static List<Posting> netted(List<Posting> apart) {
    Map<BatchId, Map<Account, Volume>> sums = new LinkedHashMap<>();
    for (Posting posting : apart) {
      Map<Account, Volume> of =
          sums.computeIfAbsent(posting.batch(), batch -> new LinkedHashMap<>());
      for (Posting.Leg leg : posting.legs()) {
        Account account =
            RESULTS.contains(leg.account().kind()) ? Account.only(AccountKind.LOSS) : leg.account();
        of.merge(account, leg.change(), Volume::plus);
      }
    }
    List<Posting> all = new ArrayList<>();
    sums.forEach((batch, of) -> all.add(posting(batch, of)));
    return all;
  }

  private static Posting posting(BatchId batch, Map<Account, Volume> of) {
    return new Posting(
        batch,
        of.entrySet().stream()
            .map(
                e ->
                    new Posting.Leg(
                        e.getKey().kind() == AccountKind.LOSS
                                && e.getValue().isLessThan(Volume.ZERO)
                            ? Account.only(AccountKind.SURPLUS)
                            : e.getKey(),
                        e.getValue()))
            .toList());
  }

  /** Who counts writes what the book says. */
  static Fitting bookCopied() {
    return Tampered.eachFact(
        f ->
            f instanceof StockDayFact.CountsStored(CountStored s)
                ? new StockDayFact.CountsStored(
                    new CountStored(
                        s.id(),
                        s.attempt(),
                        s.day(),
                        s.at(),
                        s.by(),
                        s.lines().stream().map(CountFaults::asBooked).toList()))
                : f);
  }

  private static CountLine asBooked(CountLine line) {
    return line.place().kind() == CountPlace.Kind.BOTTLE
        ? new CountLine(
            line.place(),
            line.station(),
            line.custody(),
            line.gross(),
            Optional.of(line.book()),
            line.book(),
            line.exposure(),
            line.missing(),
            line.extra())
        : line;
  }

  /** A close does not look into the day cabinet. */
  static Fitting accountForgotten() {
    return Tampered.eachFact(
        f ->
            f instanceof StockDayFact.DayFrozen(FrozenDay z)
                ? new StockDayFact.DayFrozen(
                    new FrozenDay(
                        z.day(),
                        z.number(),
                        z.by(),
                        z.doses(),
                        z.people(),
                        z.figures(),
                        z.held().stream().filter(h -> h.kind() != AccountKind.DAY_CABINET).toList(),
                        z.note(),
                        z.list()))
                : f);
  }

  /** Nobody keeps the book from those who count. */
  static Fitting notBlind() {
    return days(
        real ->
            new SameDays(real) {
              @Override
              public boolean blind(LocalDate day) {
                return false;
              }
            });
  }

  /** The figures of a day are computed again when somebody looks: its loss has the settlements. */
  static Fitting figuresChange() {
    return days(
        real ->
            new SameDays(real) {
              @Override
              public List<FrozenDay> closes(LocalDate day) {
                Volume later =
                    adjustments(day, day.plusDays(30)).stream()
                        .map(a -> a.volume().magnitude())
                        .reduce(Volume.ZERO, Volume::plus);
                return super.closes(day).stream().map(z -> withLoss(z, later)).toList();
              }
            });
  }

  private static FrozenDay withLoss(FrozenDay z, Volume more) {
    return new FrozenDay(
        z.day(),
        z.number(),
        z.by(),
        z.doses(),
        z.people(),
        z.figures().stream().map(f -> withLoss(f, more)).toList(),
        z.held(),
        z.note(),
        z.list());
  }

  private static DayFigures withLoss(DayFigures f, Volume more) {
    return new DayFigures(
        f.batch(),
        f.opening(),
        f.received(),
        f.dispensed(),
        f.replaced(),
        f.waste(),
        f.sent(),
        f.destroyed(),
        f.loss().plus(more),
        f.surplus(),
        f.unexplained(),
        f.closing());
  }

  private static Fitting days(UnaryOperator<StockDayReads> wrong) {
    return StockFaults.stock(
        real ->
            new StockFaults.Same(real) {
              @Override
              public StockDayReads days() {
                return wrong.apply(super.days());
              }
            });
  }

  /** The days as they are. */
  private static class SameDays implements StockDayReads {

    private final StockDayReads real;

    SameDays(StockDayReads real) {
      this.real = real;
    }

    @Override
    public List<StockDayFact> between(LocalDate from, LocalDate to) {
      return real.between(from, to);
    }

    @Override
    public <T extends StockDayFact> List<T> between(LocalDate from, LocalDate to, Class<T> sort) {
      return real.between(from, to, sort);
    }

    @Override
    public List<StockDayFact> between(
        LocalDate from, LocalDate to, Set<Class<? extends StockDayFact>> sorts) {
      return real.between(from, to, sorts);
    }

    @Override
    public <T extends StockDayFact> Optional<T> find(Class<T> sort, String of) {
      return real.find(sort, of);
    }

    @Override
    public <T extends StockDayFact> Optional<T> latest(Class<T> sort) {
      return real.latest(sort);
    }

    @Override
    public <T extends StockDayFact> long latestEntry(Class<T> sort) {
      return real.latestEntry(sort);
    }

    @Override
    public Optional<StockDayFact.CustodyBegan> taken(StationId station) {
      return real.taken(station);
    }
  }
}
