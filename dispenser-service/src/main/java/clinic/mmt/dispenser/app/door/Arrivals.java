package clinic.mmt.dispenser.app.door;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.IntakeHours;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Arrivals: whoever comes gets a number, also who is not dosed as things are, and the rules
 * of treatment are asked at the door. The same patient gets the same number again on the same day.
 */
public final class Arrivals {

  private static final Set<Role> PLACES =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  private final House house;
  private final Entitlement entitlement;

  /** For one clinic. */
  public Arrivals(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /**
   * Somebody who comes.
   *
   * @param admitted why staff take somebody in after the last intake
   */
  public record Coming(PatientId patient, Arrival.How how, Optional<String> admitted) {}

  /**
   * The answer.
   *
   * @param ticket the number of this patient on this day
   * @param again whether it had been given before
   * @param stopped what stops the dose now, for staff only; a public screen says «please see the
   *     doctor first» and nothing more
   */
  public record Arrived(Ticket ticket, boolean again, Optional<Refusal> stopped) {}

  /** Somebody comes; {@code actor} is who or what says so. */
  public void arrive(String actor, Coming coming, Consumer<Answered<Arrived>> reply) {
    LocalTime time = house.calendar().time();
    house
        .journal()
        .transact(
            new Transaction<>(
                actor, house.clock().instant(), reads -> arrived(reads, coming, time)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Arrived> arrived(Reads reads, Coming coming, LocalTime time) {
    LocalDate today = house.calendar().today();
    Optional<LocalDate> clock = house.calendar().toConfirm();
    if (clock.isPresent()) {
      return Decision.refuse(DayBook.unconfirmed(today, clock.get()));
    }
    if (!reads.registered(coming.patient())) {
      return Decision.refuse(
          Refusal.of(
              "not-registered", "", "This person is not in care here.", "register the patient"));
    }
    Optional<Refusal> stopped = entitlement.stops(reads, coming.patient());
    Optional<Arrival.Placed> before = reads.door().arrival(coming.patient(), today);
    if (before.isPresent()) {
      return Decision.accept(
          List.of(), new Arrived(before.get().arrival().ticket(), true, stopped));
    }
    IntakeHours hours = house.calendar().intake();
    boolean late = hours.late(time);
    if (late && coming.admitted().isEmpty()) {
      return Decision.refuse(afterLastIntake(hours));
    }
    int sitting = hours.sittingAt(time);
    Ticket ticket = new Ticket(sitting, reads.door().lastNumber(today, sitting) + 1);
    Arrival arrival =
        new Arrival(
            coming.patient(),
            today,
            ticket,
            coming.how(),
            stopped.isPresent(),
            coming.admitted().filter(reason -> late));
    return Decision.accept(
        List.of(new Fact.PatientArrived(arrival)), new Arrived(ticket, false, stopped));
  }

  private static Refusal afterLastIntake(IntakeHours hours) {
    return Refusal.of(
        "after-last-intake",
        "R-133",
        "The last intake today was at " + hours.lastIntake().map(Object::toString).orElse("") + ".",
        "staff may still take somebody in, with a reason; otherwise tomorrow");
  }

  /**
   * Puts somebody of today's queue in front, or back to the place of the number. The reason is for
   * the record and no public screen shows it.
   */
  public void priority(
      Session by,
      PatientId patient,
      boolean first,
      String reason,
      Consumer<Answered<Ticket>> reply) {
    LocalDate today = house.calendar().today();
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  if (by.roles().stream().noneMatch(PLACES::contains)) {
                    return Decision.refuse(
                        Refusal.of(
                            "not-your-function",
                            "",
                            "Your functions do not include this.",
                            "one of " + PLACES.stream().map(Role::name).sorted().toList()));
                  }
                  return reads
                      .door()
                      .arrival(patient, today)
                      .<Decision<Ticket>>map(a -> placed(a, first, reason))
                      .orElseGet(() -> Decision.refuse(notArrived()));
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<Ticket> placed(Arrival.Placed now, boolean first, String reason) {
    Arrival a = now.arrival();
    return Decision.accept(
        now.first() == first
            ? List.of()
            : List.of(new Fact.PrioritySet(a.patient(), a.day(), first, reason)),
        a.ticket());
  }

  private static Refusal notArrived() {
    return Refusal.of(
        "not-arrived", "R-133", "This person has no number today.", "note the arrival first");
  }
}
