package clinic.mmt.dispenser.app.door;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.Comer.More;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.queue.QueueOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Today's queue as the ledger knows it. A long read: for screens, never for a decision. */
public final class DayQueue {

  private final House house;
  private final Entitlement entitlement;

  /** For one clinic. */
  public DayQueue(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /**
   * The queue.
   *
   * @param queue in order
   * @param stopped what stops the dose of who is here, by patient; for staff
   */
  public record Today(QueueOrder.Queue queue, Map<PatientId, Refusal> stopped) {

    /** Copies the map. */
    public Today {
      stopped = Map.copyOf(stopped);
    }
  }

  /** Everybody of today. */
  public Today today(Reads reads) {
    LocalDate today = house.calendar().today();
    Map<PatientId, Optional<Phase>> phases = new LinkedHashMap<>();
    Map<PatientId, Arrival.Placed> arrivals = new LinkedHashMap<>();
    for (Due due : reads.due(today)) {
      phases.put(due.patient(), due.phase());
    }
    for (Arrival.Placed placed : reads.door().arrivals(today)) {
      PatientId patient = placed.arrival().patient();
      arrivals.put(patient, placed);
      phases.putIfAbsent(patient, Optional.empty());
    }
    Map<PatientId, Refusal> stopped = new HashMap<>();
    List<Comer> comers = new ArrayList<>();
    phases.forEach(
        (patient, phase) -> {
          DeskDay desk = reads.door().deskDay(patient, today);
          Optional<Arrival.Placed> arrived = Optional.ofNullable(arrivals.get(patient));
          More more = isIn(phase, Phase.Guard.TAKEN) ? more(reads, patient) : More.NOTHING;
          boolean again = more == More.ORDERED;
          boolean came = arrived.isPresent() || desk.withDoctor() || again;
          boolean free = phase.isEmpty() || isIn(phase, Phase.Guard.FREE) || again;
          Optional<Refusal> stop =
              came && free ? entitlement.stops(reads, patient) : Optional.empty();
          stop.ifPresent(refusal -> stopped.put(patient, refusal));
          comers.add(new Comer(patient, arrived, phase, desk, more, stop.isPresent()));
        });
    return new Today(QueueOrder.order(comers, house.clock().instant()), stopped);
  }

  private static boolean isIn(Optional<Phase> phase, Phase.Guard guard) {
    return phase.map(p -> p.guard() == guard).orElse(false);
  }

  /** What nobody has poured yet after the dose that was taken. */
  private More more(Reads reads, PatientId patient) {
    return entitlement
        .part(reads, patient)
        .map(part -> part.added() ? More.ORDERED : More.LATER_PART)
        .orElse(More.NOTHING);
  }
}
