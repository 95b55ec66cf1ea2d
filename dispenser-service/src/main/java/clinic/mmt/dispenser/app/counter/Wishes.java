package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent.LessByWish;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.BottleRules;
import clinic.mmt.dispenser.domain.eligibility.LessRules;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.quantity.Mass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Less than was ordered, by the patient's wish: asked for with the tap that pours, with a reason;
 * the order stays, and the doctor reads of it the same day.
 */
final class Wishes {

  private final House house;
  private final StationId station;

  Wishes(House house, StationId station) {
    this.house = house;
    this.station = station;
  }

  /** The answer. */
  sealed interface Answer {
    /** Pour this much. */
    record Yes(Order order, Optional<LessByWish> wish) implements Answer {}

    /** Not so. */
    record No(Refusal refusal) implements Answer {}
  }

  Answer of(Reads reads, Command command, Dose dose, Order ordered) {
    String asked = command.body().getOrDefault("doseMicrograms", "");
    if (asked.isEmpty()) {
      return new Answer.Yes(ordered, Optional.empty());
    }
    String reason = command.body().getOrDefault("reason", "").strip();
    if (reason.isEmpty()) {
      return new Answer.No(
          Refusal.of(
              "reason-missing",
              "R-118",
              "Less than ordered needs the patient's reason.",
              "write down what the patient says"));
    }
    Mass less = new Mass(Long.parseLong(asked));
    boolean second = dose.part().added();
    return new LessRules(house.rules(reads).treatment())
        .look(ordered.dose(), less, second, lessBefore(reads, dose))
        .<Answer>map(no -> new Answer.No(Entitlement.refusal(List.of(no))))
        .orElseGet(() -> sized(reads, ordered, less, reason));
  }

  private static boolean lessBefore(Reads reads, Dose dose) {
    return reads.past(dose.patient(), dose.day()).stream()
        .filter(past -> past.day().isBefore(dose.day()))
        .max(Comparator.comparing(PastDose::day))
        .map(past -> past.learnt().insteadOf().isPresent())
        .orElse(false);
  }

  private Answer sized(Reads reads, Order ordered, Mass less, String reason) {
    BottleRules.Source source = Entitlement.source(reads, station, house.calendar().today());
    return switch (BottleRules.size(
        ordered.prescription(), less, source, house.rules(reads).counter())) {
      case BottleRules.Answer.No n ->
          new Answer.No(Refusal.of(n.code(), n.rule(), n.text(), n.liftedBy()));
      case BottleRules.Answer.Allowed(Order order) ->
          new Answer.Yes(order, Optional.of(new LessByWish(ordered.dose(), reason)));
    };
  }
}
