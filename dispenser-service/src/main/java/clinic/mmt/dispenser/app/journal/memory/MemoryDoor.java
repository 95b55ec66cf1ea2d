package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.DoorReads;
import clinic.mmt.dispenser.app.journal.DoorViews;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.queue.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Who came, and what happened before anything was poured. */
final class MemoryDoor implements DoorViews, DoorReads {

  private final UndoMap<OfDay, Arrival.Placed> arrivals;
  private final UndoMap<TicketOfDay, PatientId> numbers;
  private final UndoMap<OfDay, DeskDay> desk;

  private record OfDay(PatientId patient, LocalDate day) {}

  private record TicketOfDay(LocalDate day, Ticket ticket) {}

  MemoryDoor(UndoMap.Undo undo) {
    this.arrivals = new UndoMap<>(undo);
    this.numbers = new UndoMap<>(undo);
    this.desk = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(arrivals, desk);
  }

  @Override
  public void arrived(Arrival arrival) {
    OfDay key = new OfDay(arrival.patient(), arrival.day());
    TicketOfDay number = new TicketOfDay(arrival.day(), arrival.ticket());
    if (arrivals.has(key)) {
      throw new ConstraintBroken(Constraints.ONE_NUMBER_PER_PATIENT_AND_DAY);
    }
    if (numbers.has(number)) {
      throw new ConstraintBroken(Constraints.ONE_PATIENT_PER_NUMBER);
    }
    arrivals.put(key, new Arrival.Placed(arrival, false));
    numbers.put(number, arrival.patient());
  }

  @Override
  public void priority(PatientId patient, LocalDate day, boolean first) {
    arrival(patient, day)
        .ifPresent(
            a -> arrivals.put(new OfDay(patient, day), new Arrival.Placed(a.arrival(), first)));
  }

  @Override
  public void foundNotFit(PatientId patient, LocalDate day, Optional<Instant> lookAgainAt) {
    change(patient, day, before -> before.foundNotFit(lookAgainAt));
  }

  @Override
  public void sentToDoctor(PatientId patient, LocalDate day, String why) {
    change(patient, day, before -> before.sentToDoctor(why));
  }

  @Override
  public void backFromDoctor(PatientId patient, LocalDate day) {
    if (desk.has(new OfDay(patient, day))) {
      change(patient, day, DeskDay::backFromDoctor);
    }
  }

  private void change(PatientId patient, LocalDate day, UnaryOperator<DeskDay> how) {
    desk.put(new OfDay(patient, day), how.apply(deskDay(patient, day)));
  }

  @Override
  public Optional<Arrival.Placed> arrival(PatientId patient, LocalDate day) {
    return arrivals.get(new OfDay(patient, day));
  }

  @Override
  public List<Arrival.Placed> arrivals(LocalDate day) {
    return arrivals.values().stream()
        .filter(a -> a.arrival().day().equals(day))
        .sorted(Comparator.comparing(a -> a.arrival().ticket()))
        .toList();
  }

  @Override
  public int lastNumber(LocalDate day, int sitting) {
    int number = 0;
    while (numbers.has(new TicketOfDay(day, new Ticket(sitting, number + 1)))) {
      number++;
    }
    return number;
  }

  @Override
  public DeskDay deskDay(PatientId patient, LocalDate day) {
    return desk.get(new OfDay(patient, day)).orElse(DeskDay.NOTHING);
  }
}
