package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.StockRights;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleWeight;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Expected;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Before the first dose one person compares seal and weights with last evening's close; anything
 * else is a count by two. Pump and reference weight are checked with it.
 */
public final class StockOpenings {

  private static final int MICROGRAMS_OF_A_MICROLITRE = 1000;

  private final House house;

  /** For one clinic. */
  public StockOpenings(House house) {
    this.house = house;
  }

  /**
   * What one person found.
   *
   * @param seal how the seal was
   * @param number of it, as read
   * @param weights every opened bottle with its weight
   * @param stations pumps and scales
   */
  public record Looked(
      SealState seal,
      Optional<String> number,
      Map<BottleId, Mass> weights,
      List<CheckedStation> stations) {

    /** Copies. */
    public Looked {
      weights = Map.copyOf(weights);
      stations = List.copyOf(stations);
    }
  }

  /** Pump and scale of a station, by the devices that are there. */
  public record CheckedStation(
      StationId station, String pump, String scale, Mass nominal, Mass read, boolean pumpPassed) {

    /** Whether the pump passed and the scale reads the reference weight. */
    boolean passed(int permille) {
      long off = Math.abs(read.micrograms() - nominal.micrograms());
      return pumpPassed && off <= nominal.micrograms() / 1000 * permille;
    }
  }

  /** Writes what was found; the answer says whether it fits or two persons count. */
  public void check(Session by, Looked looked, Consumer<Answered<OpeningCheck>> reply) {
    DayRights.act(house, by, reads -> check(reads, by, looked), reply);
  }

  private Decision<OpeningCheck> check(Reads reads, Session by, Looked looked) {
    Optional<Refusal> no = StockRights.against(by, DayRights.COUNTS);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    List<Bottle> opened = opened(reads);
    boolean all = opened.stream().allMatch(b -> looked.weights().containsKey(b.label()));
    if (!all || opened.size() != looked.weights().size()) {
      return DayRights.no(DayNo.NOT_ALL_WEIGHED);
    }
    Optional<CloseList> evening = evening(reads);
    List<OpeningCheck.Weighed> weighed =
        opened.stream()
            .map(
                b ->
                    weighed(reads, b, looked.weights().getOrDefault(b.label(), Mass.ZERO), evening))
            .toList();
    boolean fits =
        looked.seal() == SealState.UNBROKEN
            && evening.map(CloseList::seal).equals(looked.number())
            && weighed.stream().allMatch(OpeningCheck.Weighed::agrees)
            && same(opened, evening);
    return written(reads, by, looked, new Found(weighed, fits));
  }

  private record Found(List<OpeningCheck.Weighed> weighed, boolean fits) {}

  private Decision<OpeningCheck> written(Reads reads, Session by, Looked looked, Found found) {
    LocalDate today = house.calendar().today();
    int permille = house.rules(reads).counter().bottles().referencePermille();
    OpeningCheck check =
        new OpeningCheck(
            house.ids().next("oc"),
            today,
            looked.seal(),
            looked.number(),
            found.weighed(),
            looked.stations().stream().map(s -> station(s, permille)).toList(),
            found.fits(),
            by.staff());
    List<Fact> facts = new ArrayList<>();
    new Freezing(house, reads).lateDoses(by.staff()).ifPresent(facts::add);
    facts.add(new StockDayFact.StockChecked(check));
    for (CheckedStation s : looked.stations()) {
      facts.add(new Fact.StationChecked(s.station(), today, s.passed(permille), words(s)));
    }
    return Decision.accept(facts, check);
  }

  private static OpeningCheck.Station station(CheckedStation s, int permille) {
    return new OpeningCheck.Station(
        s.station(), s.pump(), s.scale(), s.nominal(), s.read(), s.passed(permille));
  }

  private static String words(CheckedStation s) {
    return "pump " + s.pump() + ", scale " + s.scale();
  }

  static List<Bottle> opened(Reads reads) {
    return reads.stock().bottles().stream().filter(Opened::opened).toList();
  }

  /** The latest list of the last day: a supplementary close by hand puts a new seal on. */
  private static Optional<CloseList> evening(Reads reads) {
    return reads
        .stock()
        .days()
        .lastFrozen()
        .map(last -> reads.stock().days().closes(last.day()))
        .flatMap(
            closes ->
                closes.stream()
                    .flatMap(frozen -> frozen.list().stream())
                    .reduce((one, later) -> later));
  }

  private static boolean same(List<Bottle> opened, Optional<CloseList> evening) {
    List<BottleId> then =
        evening.map(CloseList::bottles).orElse(List.of()).stream()
            .map(CloseList.Weight::bottle)
            .sorted(java.util.Comparator.comparing(BottleId::value))
            .toList();
    return then.equals(opened.stream().map(Bottle::label).toList());
  }

  private static OpeningCheck.Weighed weighed(
      Reads reads, Bottle bottle, Mass gross, Optional<CloseList> evening) {
    Optional<Mass> before = evening.flatMap(list -> list.evening(bottle.label()));
    boolean agrees = before.map(then -> repeats(reads, bottle, then, gross)).orElse(false);
    return new OpeningCheck.Weighed(bottle.label(), gross, before, agrees);
  }

  /** Two weights of a bottle that stood over night, as far as a stock scale tells them apart. */
  private static boolean repeats(Reads reads, Bottle bottle, Mass then, Mass now) {
    Expected expected = Expected.of(new Exposure(0, Volume.ZERO, Volume.ZERO, Volume.ZERO, 1, 2));
    Optional<Volume> evening = volume(reads, bottle, then);
    Optional<Volume> morning = volume(reads, bottle, now);
    if (evening.isPresent() && morning.isPresent()) {
      return expected.explains(morning.get().minus(evening.get()));
    }
    // Without a density as water: a gram is a millilitre.
    return expected.explains(
        Volume.ofMicrolitres((now.micrograms() - then.micrograms()) / MICROGRAMS_OF_A_MICROLITRE));
  }

  private static Optional<Volume> volume(Reads reads, Bottle bottle, Mass gross) {
    return BottleWeight.of(
            gross,
            reads.stock().product(bottle.product()).orElseThrow(),
            reads.batch(bottle.batch()).orElseThrow())
        .volume();
  }

  /**
   * Why the day can't be opened yet: since the day before was closed with a list nobody looked at
   * the stock, or what was found is not counted.
   */
  public static Optional<Refusal> owed(Reads reads, LocalDate today) {
    Optional<FrozenDay> last = reads.stock().days().lastFrozen();
    if (last.isEmpty() || !last.get().day().isBefore(today)) {
      return Optional.empty();
    }
    Optional<OpeningCheck> check = reads.stock().days().check(today);
    if (check.isEmpty()) {
      return Optional.of(Refusal.of(DayNo.NOT_CHECKED));
    }
    return check.get().fits() || counted(reads, today)
        ? Optional.empty()
        : Optional.of(Refusal.of(DayNo.TO_COUNT));
  }

  private static boolean counted(Reads reads, LocalDate today) {
    return reads
        .stock()
        .days()
        .latest(StockDayFact.CountsStored.class)
        .map(StockDayFact.CountsStored::stored)
        .filter(stored -> stored.day().equals(today))
        .map(CountStored::id)
        .filter(reads.stock().days()::booked)
        .isPresent();
  }
}
