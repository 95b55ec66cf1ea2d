package clinic.mmt.dispenser.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Queue;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** who is next, and what everybody waits for. */
class QueueOrderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  /** Somebody with this number of the first sitting, for whom nothing stands in the way. */
  private static Who n(int number) {
    return new Who(
        Optional.of(new Ticket(1, number)),
        false,
        false,
        "",
        DeskDay.NOTHING,
        Comer.More.NOTHING,
        false);
  }

  /** A person of the tables below, by what is different from the ordinary. */
  private record Who(
      Optional<Ticket> ticket,
      boolean first,
      boolean stoppedAtDoor,
      String phase,
      DeskDay desk,
      Comer.More more,
      boolean blocked) {

    Who inFront() {
      return new Who(ticket, true, stoppedAtDoor, phase, desk, more, blocked);
    }

    Who sentAway() {
      return new Who(ticket, first, true, phase, desk, more, blocked);
    }

    Who held() {
      return new Who(ticket, first, stoppedAtDoor, phase, desk, more, true);
    }

    Who orderedAgain() {
      return new Who(ticket, first, stoppedAtDoor, phase, desk, Comer.More.ORDERED, blocked);
    }

    Who comesAgain() {
      return new Who(ticket, first, stoppedAtDoor, phase, desk, Comer.More.LATER_PART, blocked);
    }

    Who in(Phase now) {
      return new Who(ticket, first, stoppedAtDoor, now.name(), desk, more, blocked);
    }

    Who seen(DeskDay day) {
      return new Who(ticket, first, stoppedAtDoor, phase, day, more, blocked);
    }

    Who without() {
      return new Who(Optional.empty(), first, stoppedAtDoor, phase, desk, more, blocked);
    }

    Who sitting(int sitting) {
      Ticket other = new Ticket(sitting, ticket.orElseThrow().number());
      return new Who(Optional.of(other), first, stoppedAtDoor, phase, desk, more, blocked);
    }

    /** Not fit so many seconds ago or, below zero, to be looked at again later. */
    Who notFit(long sinceLookAgain) {
      return in(Phase.WAITING)
          .seen(DeskDay.NOTHING.foundNotFit(Optional.of(NOW.minusSeconds(sinceLookAgain))));
    }

    Who sentFromCounter() {
      return in(Phase.REFERRED).seen(DeskDay.NOTHING.sentToDoctor("called"));
    }

    Who seenByDoctor() {
      return seen(desk.backFromDoctor());
    }

    Comer comer() {
      PatientId patient = new PatientId("P-" + ticket.map(t -> t.label(true)).orElse("x"));
      return new Comer(
          patient,
          ticket.map(
              t ->
                  new Arrival.Placed(
                      new Arrival(
                          patient, DAY, t, Arrival.How.CARD, stoppedAtDoor, Optional.empty()),
                      first)),
          phase.isEmpty() ? Optional.empty() : Optional.of(Phase.valueOf(phase)),
          desk,
          more,
          blocked);
    }
  }

  private static Queue order(List<Who> people) {
    return QueueOrder.order(people.stream().map(Who::comer).toList(), NOW);
  }

  private static String said(List<Standing> some) {
    return some.stream()
        .map(
            s ->
                s.who().ticket().map(t -> t.label(t.sitting() > 1)).orElse("---")
                    + " "
                    + s.waits().getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  private record Case(String what, List<Who> people, String next, String doctor) {}

  @TestFactory
  Stream<DynamicTest> order() {
    return Stream.of(
            new Case(
                "by number, however they are listed",
                List.of(n(3), n(1), n(2)),
                "001 Ready, 002 Ready, 003 Ready",
                ""),
            new Case(
                "the sitting before comes before: whoever missed it is taken first",
                List.of(n(1).sitting(2), n(9)),
                "009 Ready, B001 Ready",
                ""),
            new Case(
                "stopped at the door: out of the order, with the doctor (R-133)",
                List.of(n(1).sentAway().held(), n(2)),
                "002 Ready",
                "001 ForDoctor"),
            new Case(
                "released by the doctor: back in front (R-133)",
                List.of(n(1), n(2), n(7).sentAway()),
                "007 Ready, 001 Ready, 002 Ready",
                ""),
            new Case(
                "two that come back: by number",
                List.of(n(1), n(8).sentAway(), n(7).sentAway()),
                "007 Ready, 008 Ready, 001 Ready",
                ""),
            new Case(
                "sent from the counter: with the doctor, whatever the rules say",
                List.of(n(1).sentFromCounter(), n(2)),
                "002 Ready",
                "001 ForDoctor"),
            new Case(
                "sent from the counter and seen: back in front",
                List.of(n(1), n(4).sentFromCounter().seenByDoctor()),
                "004 Ready, 001 Ready",
                ""),
            new Case(
                "seen by a doctor and stopped by something else: with the doctor still",
                List.of(n(4).sentFromCounter().seenByDoctor().held(), n(5)),
                "005 Ready",
                "004 ForDoctor"),
            new Case(
                "not fit keeps the place, until the hour (R-116)",
                List.of(n(1), n(2).notFit(-1), n(3)),
                "001 Ready, 002 Until, 003 Ready",
                ""),
            new Case(
                "and comes up at the hour",
                List.of(n(1), n(2).notFit(0), n(3)),
                "001 Ready, 002 Ready, 003 Ready",
                ""),
            new Case(
                "put in front by staff: before who comes back from the doctor",
                List.of(n(1), n(5).inFront(), n(3).sentAway()),
                "005 Ready, 003 Ready, 001 Ready",
                ""),
            new Case(
                "in front and stopped: the doctor comes first all the same",
                List.of(n(1), n(5).inFront().held()),
                "001 Ready",
                "005 ForDoctor"),
            new Case(
                "a doctor's list is by number too, wherever one was stopped",
                List.of(n(3).sentAway().held(), n(2).sentFromCounter(), n(4).inFront().held()),
                "",
                "004 ForDoctor, 002 ForDoctor, 003 ForDoctor"),
            new Case(
                "at the counter: in the place of the number",
                List.of(n(2), n(1).in(Phase.POURING)),
                "001 AtCounter, 002 Ready",
                ""),
            new Case(
                "a cup in the hand is at the counter, not dosed yet",
                List.of(n(1).in(Phase.HANDED_OVER)),
                "001 AtCounter",
                ""),
            new Case(
                "nothing was taken: in the order again",
                List.of(n(1).in(Phase.REFUSED), n(2).in(Phase.LEFT_BEFORE_POUR)),
                "001 Ready, 002 Ready",
                ""),
            new Case(
                "a second dose of the day was ordered: back from the doctor (R-45)",
                List.of(n(1), n(2).in(Phase.CONSUMED).orderedAgain(), n(3).in(Phase.CONSUMED)),
                "002 Ready, 001 Ready",
                ""),
            new Case(
                "a second dose was ordered and something stops it: with the doctor",
                List.of(n(1).without().in(Phase.CONSUMED).orderedAgain().held()),
                "",
                "--- ForDoctor"),
            new Case(
                "sent from a counter without a number: last, and not forgotten",
                List.of(n(1).without().sentFromCounter(), n(9).held()),
                "",
                "009 ForDoctor, --- ForDoctor"))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.what(),
                    () -> {
                      Queue queue = order(c.people());
                      assertEquals(c.next(), said(queue.next()));
                      assertEquals(c.doctor(), said(queue.doctor()));
                    }));
  }

  @Test
  void whoHasNotComeStandsApartAlsoWhenADoctorWouldBeFirst() {
    Queue queue = order(List.of(n(1).without(), n(1).without().held(), n(1)));
    assertEquals(2, queue.absent().size());
    assertEquals("001 Ready", said(queue.next()));
  }

  /** who was at a counter without a number and was seen by a doctor is not forgotten. */
  @Test
  void whoWasSentFromTheCounterIsHereWithoutANumber() {
    Queue queue = order(List.of(n(1).without().sentFromCounter().seenByDoctor(), n(2).without()));
    assertEquals("--- Ready", said(queue.next()));
    assertEquals("--- Absent", said(queue.absent()));
  }

  @Test
  void whoComesAgainForTheLaterPartIsNotHereYet() {
    Queue queue = order(List.of(n(1).in(Phase.CONSUMED).comesAgain(), n(2)));
    assertEquals("001 Absent", said(queue.absent()));
    assertEquals("002 Ready", said(queue.next()));
    Queue later = order(List.of(n(1).in(Phase.REVIEWING).comesAgain()));
    assertEquals("001 AtCounter", said(later.next()));
  }

  @Test
  void whoWasDosedHasLeftTheLine() {
    Queue queue = order(List.of(n(2).in(Phase.UNCERTAIN), n(1).in(Phase.CONSUMED), n(3)));
    assertEquals("001 Dosed, 002 Dosed", said(queue.dosed()));
    assertEquals("003 Ready", said(queue.next()));
  }

  /** Whose dose is under way or unsettled is at the counter, never called a second time. */
  @Test
  void whoseDoseIsOpenIsAtTheCounter() {
    for (Phase phase : Phase.values()) {
      if (phase.guard() == Phase.Guard.OPEN) {
        Queue queue = order(List.of(n(1).in(phase)));
        assertEquals("001 AtCounter", said(queue.next()), phase.name());
      }
    }
  }

  @Test
  void everybodyStandsInExactlyOnePlaceInEveryPhase() {
    for (Phase phase : Phase.values()) {
      for (Who who : List.of(n(1), n(1).held(), n(1).inFront(), n(1).without())) {
        Queue queue = order(List.of(who.in(phase)));
        int places =
            queue.next().size()
                + queue.doctor().size()
                + queue.absent().size()
                + queue.dosed().size();
        assertEquals(1, places, phase + " " + who);
      }
    }
  }

  @Test
  void theOrderOfTheListTellsNothing() { // Whoever reads the ledger in another order sees the same.
    List<Who> people =
        List.of(n(4).inFront(), n(2).sentAway(), n(1), n(3).notFit(-60), n(5).sitting(2));
    List<Who> turned = new ArrayList<>(people);
    for (int i = 0; i < people.size(); i++) {
      turned.add(turned.removeFirst());
      assertEquals(said(order(people).next()), said(order(turned).next()));
    }
  }

  @Test
  void aPublicScreenLearnsOnlyWhoMayBeCalled() {
    Queue queue =
        order(
            List.of(n(1).in(Phase.REVIEWING), n(2), n(3).notFit(-60), n(4).held(), n(5).inFront()));
    assertEquals(List.of(new Ticket(1, 5), new Ticket(1, 2)), queue.callable());
    assertEquals(Optional.of(2), queue.before(new Ticket(1, 2)));
    assertEquals(Optional.empty(), queue.before(new Ticket(1, 4)));
  }

  @Test
  void nothingPrintsWhoItIs() {
    assertTrue(!n(1).comer().toString().contains("P-A001"));
  }
}
