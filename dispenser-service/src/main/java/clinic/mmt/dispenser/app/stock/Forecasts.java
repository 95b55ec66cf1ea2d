package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.outgoing.Forecast;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** How long the stock lasts, by strength, and what to order. */
public final class Forecasts {

  private static final EnumSet<BottleState> USABLE =
      EnumSet.of(
          BottleState.IN_STORE, BottleState.IN_DAY_CABINET, BottleState.OPEN, BottleState.MOUNTED);

  private final House house;

  /** For one clinic. */
  public Forecasts(House house) {
    this.house = house;
  }

  /**
   * Of one strength.
   *
   * @param strength of the solution
   * @param product that would be ordered: the one with the most containers here
   * @param forecast of all products of this strength together
   */
  public record Line(Concentration strength, Product product, Forecast forecast) {}

  /**
   * All strengths that are known here; reads on the caller's thread.
   *
   * @param days that an order is to last for, 1 to 366
   * @param safety days kept in stock beside, 0 to 366
   */
  public Answered<List<Line>> all(Session by, int days, int safety) {
    return house
        .journal()
        .look(
            reads ->
                against(reads, by)
                    .<Answered<List<Line>>>map(Answered.No::new)
                    .orElseGet(() -> new Answered.Yes<>(lines(reads, days, safety))));
  }

  private Optional<Refusal> against(Reads reads, Session by) {
    return StockRights.against(by, StockRights.READ_RECEIPTS)
        .or(
            () ->
                reads.stock().days().blind(house.calendar().today())
                    ? Optional.of(StockRights.counting())
                    : Optional.empty());
  }

  private List<Line> lines(Reads reads, int days, int safety) {
    Pace pace = Pace.of(reads, house.calendar().today());
    return strengths(reads).map(strength -> line(reads, pace, strength, days, safety)).toList();
  }

  private static Stream<Concentration> strengths(Reads reads) {
    return reads.stock().products().stream()
        .map(Product::strength)
        .distinct()
        .sorted(Comparator.comparingLong(Concentration::microgramsPerMillilitre));
  }

  /**
   * How long each strength lasts, whole days; what nobody uses, and what is not here, is left out.
   *
   * @param pace of the same day
   */
  public SequencedMap<Concentration, Integer> lasting(Reads reads, Pace pace) {
    SequencedMap<Concentration, Integer> days = new LinkedHashMap<>();
    strengths(reads)
        .filter(strength -> pace.of(strength).used().isMoreThan(Volume.ZERO))
        .forEach(s -> days.put(s, line(reads, pace, s, 1, 0).forecast().lasts()));
    return days;
  }

  private Line line(Reads reads, Pace pace, Concentration strength, int days, int safety) {
    List<Bottle> here =
        reads.stock().bottles().stream()
            .filter(bottle -> USABLE.contains(bottle.state()))
            .filter(bottle -> of(reads, bottle).strength().equals(strength))
            .filter(bottle -> fresh(reads, bottle))
            .toList();
    Product product =
        reads.stock().products().stream()
            .filter(p -> p.strength().equals(strength))
            .max(Comparator.comparingLong(p -> count(here, p)))
            .orElseThrow();
    Volume usable =
        here.stream().map(bottle -> held(reads, bottle)).reduce(Volume.ZERO, Volume::plus);
    return new Line(
        strength,
        product,
        Forecast.of(
            usable,
            pace.of(strength).used(),
            pace.of(strength).days(),
            new Forecast.Plan(days, safety, product.container())));
  }

  private static long count(List<Bottle> here, Product product) {
    return here.stream().filter(bottle -> bottle.product().equals(product.id())).count();
  }

  private static Product of(Reads reads, Bottle bottle) {
    return reads.stock().product(bottle.product()).orElseThrow();
  }

  private boolean fresh(Reads reads, Bottle bottle) {
    LocalDate today = house.calendar().today();
    return !reads.stock().batch(bottle.batch()).orElseThrow().expired(today)
        && bottle.inUseUntil().map(last -> !today.isAfter(last)).orElse(true);
  }

  private static Volume held(Reads reads, Bottle bottle) {
    return bottle.stands().closed()
        ? bottle.container()
        : reads.balance(bottle.own(), bottle.batch()).orMore(Volume.ZERO);
  }
}
