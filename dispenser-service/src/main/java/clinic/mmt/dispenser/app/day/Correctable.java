package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.DayPostings;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What may be taken back of a booked count, and what is open to be settled. */
final class Correctable {

  private Correctable() {}

  /** Differences that counts of these days wrote to loss or surplus, in their order. */
  static List<CountResult> booked(Reads reads, LocalDate from, LocalDate to) {
    return reads.stock().days().results(from, to).stream()
        .filter(r -> !r.handOver())
        .filter(r -> r.place().kind() != CountPlace.Kind.CLOSED)
        .filter(r -> !r.difference().equals(Volume.ZERO))
        .filter(r -> !reason(reads, r).equals(Optional.of(CountReason.UNEXPLAINED)))
        .toList();
  }

  /**
   * The reason that was given with it. What was booked as unexplained is in no loss or surplus: it
   * is settled, not taken back.
   */
  static Optional<CountReason> reason(Reads reads, CountResult result) {
    return reads
        .stock()
        .days()
        .find(StockDayFact.CountBooked.class, result.of())
        .flatMap(
            booked ->
                booked.posted().reasons().stream()
                    .filter(said -> said.place().equals(result.place()))
                    .map(CountPosted.Said::reason)
                    .findFirst());
  }

  /** Whether it was taken back. */
  static boolean reversed(Reads reads, CountResult result, LocalDate today) {
    return reads.stock().days().adjustments(result.day(), today).stream()
        .anyMatch(
            a ->
                a.kind() == StockAdjustment.Kind.REVERSED
                    && a.count().equals(result.of())
                    && a.place().equals(result.place()));
  }

  /** Every place with something to explain. */
  static List<CountPlace> open(Reads reads) {
    return reads.stock().accounts(AccountKind.DISCREPANCY).stream()
        .map(account -> place(reads, account))
        .filter(place -> !open(reads, place).equals(Volume.ZERO))
        .toList();
  }

  private static CountPlace place(Reads reads, StockReads.InAccount account) {
    String of = account.account().of();
    CountPlace.Kind kind =
        reads.stock().bottle(new BottleId(of)).isPresent()
            ? CountPlace.Kind.BOTTLE
            : reads.dose(new DoseId(of)).isPresent() ? CountPlace.Kind.DOSE : CountPlace.Kind.WASTE;
    return new CountPlace(kind, of, account.batch());
  }

  /**
   * What is to be explained of a place, above zero is missing; nothing of a broken or missing
   * bottle, which is settled by its label.
   */
  static Volume open(Reads reads, CountPlace place) {
    boolean ofBottle =
        reads
            .stock()
            .bottle(new BottleId(place.of()))
            .filter(b -> b.state() == BottleState.BROKEN || b.state() == BottleState.MISSING)
            .isPresent();
    return ofBottle ? Volume.ZERO : reads.balance(DayPostings.discrepancy(place), place.batch());
  }
}
