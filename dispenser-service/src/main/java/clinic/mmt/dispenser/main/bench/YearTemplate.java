package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Doses of the simulated clinic as they were lived, from the first look to the last word, to be had
 * again by another patient on another day: everything but names, days and bottles stays.
 */
final class YearTemplate {

  private static final int DAYS = 2;

  private final List<List<Fact.DoseMoved>> doses;
  private final List<Volume> drawn;

  private YearTemplate(List<List<Fact.DoseMoved>> doses) {
    this.doses = doses;
    this.drawn = doses.stream().map(YearTemplate::drawn).toList();
  }

  /** Who has a dose again, when and out of what. */
  record Again(
      String id,
      PatientId patient,
      LocalDate day,
      StationId station,
      BottleId bottle,
      BatchId batch) {}

  /** Lives through two days and keeps the doses that were drunk. */
  static YearTemplate lived() {
    SequencedMap<DoseId, List<Fact.DoseMoved>> all = new LinkedHashMap<>();
    for (Mornings.Event event : Mornings.of(DAYS).events()) {
      if (event.fact() instanceof Fact.DoseMoved moved) {
        all.computeIfAbsent(moved.to().dose().id(), id -> new ArrayList<>()).add(moved);
      }
    }
    return new YearTemplate(
        all.values().stream()
            .filter(moves -> moves.getLast().to().phase() == Phase.CONSUMED)
            .filter(moves -> moves.getFirst().from().isEmpty())
            .map(List::copyOf)
            .toList());
  }

  /** The {@code number}th dose, over and over, as {@code again} has it. */
  List<Fact.DoseMoved> dose(int number, Again again) {
    return doses.get(number % doses.size()).stream().map(move -> move(move, again)).toList();
  }

  /** What leaves the bottle for the {@code number}th dose. */
  Volume drawn(int number) {
    return drawn.get(number % doses.size());
  }

  /** The first dose from {@code number} on that leaves at most {@code film} of {@code rest}. */
  OptionalInt emptying(int number, Volume rest, Volume film) {
    return IntStream.range(number, number + doses.size())
        .filter(n -> !drawn(n).isMoreThan(rest) && !rest.minus(drawn(n)).isMoreThan(film))
        .findFirst();
  }

  private static Volume drawn(List<Fact.DoseMoved> moves) {
    return moves.stream()
        .flatMap(move -> move.postings().stream())
        .flatMap(posting -> posting.legs().stream())
        .filter(leg -> bottle(leg.account().kind()))
        .map(Posting.Leg::change)
        .reduce(Volume.ZERO, Volume::plus)
        .negated();
  }

  private static boolean bottle(AccountKind kind) {
    return kind == AccountKind.BOTTLE || kind == AccountKind.LINE;
  }

  private static Fact.DoseMoved move(Fact.DoseMoved move, Again again) {
    DoseId was = move.to().dose().id();
    return new Fact.DoseMoved(
        move.event(),
        move.from(),
        State.of(move.to().phase(), dose(move.to().dose(), again)),
        move.reason(),
        move.detail(),
        move.postings().stream().flatMap(p -> posting(p, was, again).stream()).toList());
  }

  private static Dose dose(Dose d, Again again) {
    Duration later = Duration.of(ChronoUnit.DAYS.between(d.day(), again.day()), ChronoUnit.DAYS);
    return new Dose(
        new DoseId(again.id()),
        again.patient(),
        again.station(),
        again.day(),
        d.part(),
        d.source(),
        new Identification(d.identification().method(), d.identification().at().plus(later)),
        d.user(),
        Optional.empty(),
        d.order().map(o -> order(o, again)),
        d.intents().stream().map(i -> intent(i, again)).toList(),
        d.weighing(),
        d.pouredBy(),
        d.observedBy(),
        d.measuredAt().map(at -> at.plus(later)),
        d.handedOverAt().map(at -> at.plus(later)),
        d.endedAt().map(at -> at.plus(later)),
        d.drawnOff());
  }

  private static Order order(Order o, Again again) {
    return new Order(
        new PrescriptionId("rx-" + again.patient().value()),
        o.dose(),
        o.volume(),
        o.cap(),
        again.bottle(),
        again.batch());
  }

  private static Intent intent(Intent i, Again again) {
    return new Intent(
        new IntentId(again.id() + "-" + i.id().value()),
        i.kind(),
        i.commanded(),
        i.counterBefore(),
        i.weighedBefore(),
        i.pumped());
  }

  /** The line is left out: what it gave came from the bottle. */
  private static Optional<Posting> posting(Posting p, DoseId was, Again again) {
    SequencedMap<Account, Volume> legs = new LinkedHashMap<>();
    for (Posting.Leg leg : p.legs()) {
      legs.merge(account(leg.account(), was, again), leg.change(), Volume::plus);
    }
    List<Posting.Leg> left =
        legs.entrySet().stream()
            .filter(e -> !e.getValue().equals(Volume.ZERO))
            .map((Map.Entry<Account, Volume> e) -> new Posting.Leg(e.getKey(), e.getValue()))
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Posting(again.batch(), left));
  }

  private static Account account(Account a, DoseId was, Again again) {
    if (bottle(a.kind())) {
      return new Account(AccountKind.BOTTLE, again.bottle().value());
    }
    return a.of().equals(was.value()) ? new Account(a.kind(), again.id()) : a;
  }
}
