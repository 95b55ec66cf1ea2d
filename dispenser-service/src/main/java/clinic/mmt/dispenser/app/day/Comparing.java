package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleWeight;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets what was counted beside the book, place by place. */
final class Comparing {

  /** A container holds a little more than its label. */
  private static final int OVERFULL_PERMILLE = 50;

  private final Reads reads;
  private final CountScope scope;
  private final Exposures exposures;

  Comparing(Reads reads, CountScope scope, LocalDate today) {
    this.reads = reads;
    this.scope = scope;
    this.exposures = new Exposures(reads, today);
  }

  /** What came of it. */
  sealed interface Answer {
    /** Every place, in the order of the scope. */
    record Lines(List<CountLine> all) implements Answer {}

    /** Something is missing or can't be. */
    record No(Refusal why) implements Answer {}
  }

  Answer lines(DayCounts.Counts counts) {
    Map<CountPlace, DayCounts.Found> found = new HashMap<>();
    counts.all().forEach(f -> found.put(f.place(), f));
    boolean each =
        found.size() == counts.all().size()
            && found.size() == scope.places().size()
            && scope.places().stream().allMatch(b -> found.containsKey(b.place()));
    if (!each) {
      return no(DayNo.INCOMPLETE);
    }
    List<CountLine> lines = new ArrayList<>();
    for (CountScope.Booked booked : scope.places()) {
      Optional<DayCounts.Found> one = Optional.ofNullable(found.get(booked.place()));
      Answer line = line(booked, one.orElseThrow());
      if (!(line instanceof Answer.Lines made)) {
        return line;
      }
      lines.addAll(made.all());
    }
    return new Answer.Lines(lines);
  }

  private static Answer no(DayNo why) {
    return new Answer.No(Refusal.of(why));
  }

  private static Answer no(StockNo why) {
    return new Answer.No(Refusal.of(why));
  }

  private Answer line(CountScope.Booked booked, DayCounts.Found found) {
    return switch (booked.place().kind()) {
      case BOTTLE -> bottle(booked, found);
      case CLOSED -> closed(booked, found);
      case WASTE -> waste(booked, found);
      case DOSE -> no(DayNo.INCOMPLETE);
    };
  }

  private Answer bottle(CountScope.Booked booked, DayCounts.Found found) {
    Bottle bottle = DayCounts.bottle(reads, booked.place()).orElseThrow();
    Optional<Volume> is =
        booked.byVolume()
            ? found.volume()
            : found.gross().flatMap(gross -> weight(bottle, gross).volume());
    if (is.isEmpty()) {
      return no(booked.byVolume() ? StockNo.NO_DENSITY : StockNo.NO_WEIGHT);
    }
    Volume most = bottle.container().plus(bottle.container().permille(OVERFULL_PERMILLE));
    if (is.get().isMoreThan(most)) {
      return no(StockNo.IMPOSSIBLE_VOLUME);
    }
    // Less than the empty container weighs is an empty one.
    return one(booked, bottle.container(), found.gross(), is.map(v -> v.orMore(Volume.ZERO)));
  }

  private BottleWeight weight(Bottle bottle, Mass gross) {
    Product product = reads.stock().product(bottle.product()).orElseThrow();
    return BottleWeight.of(gross, product, reads.batch(bottle.batch()).orElseThrow());
  }

  private Answer one(
      CountScope.Booked b, Volume container, Optional<Mass> gross, Optional<Volume> counted) {
    Optional<String> custody =
        b.place().kind() == CountPlace.Kind.BOTTLE
            ? b.station().flatMap(reads.stock().days()::custody).map(Custody::id)
            : Optional.empty();
    return new Answer.Lines(
        List.of(
            new CountLine(
                b.place(),
                b.station(),
                custody,
                gross,
                counted,
                b.volume(),
                exposures.of(b, container),
                List.of(),
                List.of())));
  }

  private Answer closed(CountScope.Booked booked, DayCounts.Found found) {
    List<Bottle> there =
        reads.stock().bottles().stream()
            .filter(Opened::closed)
            .filter(
                b ->
                    CountPlace.closed(b.account().kind(), b.container(), b.batch())
                        .equals(booked.place()))
            .toList();
    Volume size = there.getFirst().container();
    Optional<Integer> number = found.labels().map(List::size).or(found::containers);
    if (number.isEmpty()) {
      return no(DayNo.INCOMPLETE);
    }
    Set<BottleId> seen = new HashSet<>(found.labels().orElse(List.of()));
    if (seen.size() != found.labels().map(List::size).orElse(0)) {
      return no(DayNo.INCOMPLETE);
    }
    List<BottleId> book = there.stream().map(Bottle::label).toList();
    boolean scanned = found.labels().isPresent();
    return new Answer.Lines(
        List.of(
            new CountLine(
                booked.place(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Volume(size.microlitres() * number.get())),
                booked.volume(),
                exposures.of(booked, size),
                scanned ? book.stream().filter(l -> !seen.contains(l)).toList() : List.of(),
                scanned
                    ? found.labels().get().stream().filter(l -> !book.contains(l)).toList()
                    : List.of())));
  }

  /** Its volume is known where it holds one batch with a density, and is weighed empty too. */
  private Answer waste(CountScope.Booked booked, DayCounts.Found found) {
    if (found.gross().isEmpty()) {
      return no(StockNo.NO_WEIGHT);
    }
    boolean alone =
        scope.places().stream()
                .filter(b -> b.place().kind() == CountPlace.Kind.WASTE)
                .filter(b -> b.place().of().equals(booked.place().of()))
                .count()
            == 1;
    Optional<Density> density =
        reads.batch(booked.place().batch()).flatMap(Batch::density).filter(d -> alone);
    Optional<Volume> is =
        found
            .empty()
            .map(empty -> found.gross().get().minus(empty))
            .filter(net -> !net.isLessThan(Mass.ZERO))
            .flatMap(net -> density.map(d -> d.volumeOf(net)));
    return one(booked, Volume.ZERO, found.gross(), is);
  }
}
