package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What happened to each place since it was counted last, from the doses and counts of the days. */
final class Exposures {

  /** An opened bottle is used for weeks; what was not counted for longer is new. */
  private static final int DAYS_BACK = 40;

  private static final int BOTH_ENDS = 2;

  private final LocalDate today;
  private final Map<CountPlace, CountStored> last = new HashMap<>();
  private final List<Dose> doses;

  Exposures(Reads reads, LocalDate today) {
    this.today = today;
    List<StockDayFact> facts = reads.stock().days().between(today.minusDays(DAYS_BACK), today);
    Map<String, CountStored> stored = new HashMap<>();
    for (StockDayFact fact : facts) {
      if (fact instanceof StockDayFact.CountsStored(CountStored counts)) {
        stored.put(counts.id(), counts);
      } else if (fact instanceof StockDayFact.CountBooked booked) {
        Optional.ofNullable(stored.get(booked.posted().id())).ifPresent(this::counted);
      }
    }
    // A count is of everything that is opened: what was not counted then was not poured from
    // before.
    LocalDate counted =
        last.values().stream()
            .map(CountStored::day)
            .max(LocalDate::compareTo)
            .orElse(today.minusDays(DAYS_BACK));
    LocalDate since =
        reads.stock().bottles().stream()
            .filter(Opened::opened)
            .map(b -> countedOn(place(b)).orElse(counted))
            .min(LocalDate::compareTo)
            .orElse(today);
    this.doses = reads.packs().dosesOf(since, today).stream().map(State::dose).toList();
  }

  private void counted(CountStored counts) {
    counts.lines().forEach(line -> last.put(line.place(), counts));
  }

  private static CountPlace place(Bottle b) {
    return new CountPlace(CountPlace.Kind.BOTTLE, b.label().value(), b.batch());
  }

  private Optional<LocalDate> countedOn(CountPlace place) {
    return Optional.ofNullable(last.get(place)).map(CountStored::day);
  }

  /** Of a bottle that was counted now, since it was counted or opened. */
  Exposure of(CountScope.Booked b, Volume container) {
    return switch (b.place().kind()) {
      case BOTTLE -> bottle(b, container);
      case WASTE -> waste(b);
      case CLOSED, DOSE -> Exposure.NONE;
    };
  }

  private Exposure bottle(CountScope.Booked b, Volume container) {
    Optional<CountStored> before = Optional.ofNullable(last.get(b.place()));
    Instant since = before.map(CountStored::at).orElse(Instant.MIN);
    // A bottle's first count finds what its container held beside the label; a measuring cylinder
    // reads no better than such a label.
    Volume unweighed =
        (before.isEmpty() ? container : Volume.ZERO)
            .plus(b.byVolume() ? b.volume().orMore(Volume.ZERO) : Volume.ZERO);
    return poured(new BottleId(b.place().of()), since)
        .plus(new Exposure(0, Volume.ZERO, Volume.ZERO, unweighed, days(before), BOTH_ENDS));
  }

  /** What is in it came as foam, rinsings and rests: its volume is as good as a label's. */
  private Exposure waste(CountScope.Booked b) {
    Optional<CountStored> before = Optional.ofNullable(last.get(b.place()));
    return new Exposure(
        0, Volume.ZERO, Volume.ZERO, b.volume().orMore(Volume.ZERO), days(before), BOTH_ENDS);
  }

  private long days(Optional<CountStored> before) {
    return before.map(c -> Math.max(1, ChronoUnit.DAYS.between(c.day(), today))).orElse(1L);
  }

  /** What was poured from a bottle since {@code from}; both ends of that time were weighed. */
  Exposure since(BottleId bottle, Instant from) {
    return poured(bottle, from)
        .plus(new Exposure(0, Volume.ZERO, Volume.ZERO, Volume.ZERO, 0, BOTH_ENDS));
  }

  private Exposure poured(BottleId bottle, Instant since) {
    return doses.stream()
        .filter(from(bottle))
        .filter(dose -> dose.measuredAt().map(at -> at.isAfter(since)).orElse(false))
        .map(Exposures::of)
        .reduce(Exposure.NONE, Exposure::plus);
  }

  private static Predicate<Dose> from(BottleId bottle) {
    return dose -> dose.order().map(o -> o.bottle().equals(bottle)).orElse(false);
  }

  private static Exposure of(Dose dose) {
    Optional<Volume> weighed = dose.weighing().filter(Weighing::confirmed).map(Weighing::volume);
    return new Exposure(
        1,
        weighed.orElse(Volume.ZERO),
        weighed.isPresent() ? Volume.ZERO : dose.expected(),
        Volume.ZERO,
        0,
        0);
  }
}
