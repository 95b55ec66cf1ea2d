package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every journal keeps, whatever it is made of. */
public abstract class JournalContract extends AnswersContract {

  @Test
  void entriesAreNumberedFromOneWithoutGapsAndChained() {
    append(Facts.opened());
    append(Facts.patient("P-1"), Facts.patient("P-2"));
    append(Facts.received());
    List<Entry> entries = journal.entries(1, 100);
    assertEquals(List.of(1L, 2L, 3L, 4L), entries.stream().map(Entry::sequence).toList());
    assertChained(entries);
    assertEquals(4, journal.head());
  }

  @Test
  void anEntryKeepsActorKindAndInstantInMilliseconds() {
    append(Facts.patient("P-1"));
    Entry entry = journal.entries(1, 1).getFirst();
    assertEquals("S-01", entry.actor());
    assertEquals("patient.registered", entry.kind());
    assertEquals(Facts.MORNING, entry.at());
    assertEquals(16, entry.salt().length());
  }

  @Test
  void aRuleBreakingTransactionLeavesItsNeighboursOfTheBatchUnharmed() throws Exception {
    append(Facts.patient("P-1"));
    List<CompletableFuture<Outcome<String>>> replies = new ArrayList<>();
    inOneBatch(
        journal,
        () -> {
          replies.add(submit(Facts.patient("P-2")));
          replies.add(submit(Facts.patient("P-3"), Facts.patient("P-1"), Facts.patient("P-4")));
          replies.add(submit(Facts.patient("P-5")));
        });
    assertEquals(2, assertInstanceOf(Outcome.Done.class, replies.get(0).get()).head());
    assertEquals(
        new Outcome.Conflict<String>(Constraints.PATIENT_REGISTERED_ONCE), replies.get(1).get());
    assertEquals(3, assertInstanceOf(Outcome.Done.class, replies.get(2).get()).head());
    List<Entry> entries = journal.entries(1, 10);
    assertEquals(3, entries.size());
    assertChained(entries);
    assertEquals(false, read(reads -> reads.registered(new PatientId("P-3"))));
    assertEquals(true, read(reads -> reads.registered(new PatientId("P-5"))));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aThousandConcurrentRequestsForOnePartGiveExactlyOneDose() throws Exception { // H04
    ConcurrentLinkedQueue<Outcome<String>> outcomes = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(1000);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int first = t * 125;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = first; i < first + 125; i++) {
                      StationId station = new StationId("station-" + i);
                      Fact fact =
                          Facts.moved(Phase.ARMED, Facts.dose("D-" + i, Facts.PATIENT, station));
                      journal.transact(
                          transaction(reads -> Decision.accept(List.of(fact), "armed")),
                          outcome -> {
                            outcomes.add(outcome);
                            all.countDown();
                          });
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertTrue(all.await(30, TimeUnit.SECONDS));
    assertEquals(1, outcomes.stream().filter(Outcome.Done.class::isInstance).count());
    assertEquals(
        999,
        outcomes.stream()
            .filter(
                new Outcome.Conflict<String>(Constraints.ONE_OPEN_OR_TAKEN_DOSE_PER_PART)::equals)
            .count());
    assertEquals(1, journal.head());
  }

  @Test
  void anotherPartOrPatientIsNoSecondDose() { // The control of H04: the guard is no wall.
    append(Facts.moved(Phase.CONSUMED, Facts.dose("D-1", Facts.PATIENT, Facts.STATION)));
    append(Facts.moved(Phase.CONSUMED, Facts.dose("D-2", new PatientId("P-9"), Facts.STATION)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_OPEN_OR_TAKEN_DOSE_PER_PART),
        submitted(Facts.moved(Phase.ARMED, Facts.dose("D-3", Facts.PATIENT, Facts.STATION))));
  }

  @Test
  void aStationHasOneDoseOnTheScaleAndOneInTheHand() {
    append(Facts.moved(Phase.HANDED_OVER, Facts.dose("D-1", new PatientId("P-1"), Facts.STATION)));
    append(Facts.moved(Phase.REVIEWING, Facts.dose("D-2", new PatientId("P-2"), Facts.STATION)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_DOSE_PER_LANE),
        submitted(
            Facts.moved(Phase.REVIEWING, Facts.dose("D-3", new PatientId("P-3"), Facts.STATION))));
    assertEquals(2, read(reads -> reads.atStation(Facts.STATION)).size());
  }

  @Test
  void aDoseThatEndsLeavesItsLaneAndAFreedOneLeavesItsPart() {
    var dose = Facts.dose("D-1", Facts.PATIENT, Facts.STATION);
    append(Facts.moved(Phase.ARMED, dose));
    append(Facts.moved(Phase.VOIDED, dose));
    append(Facts.moved(Phase.ARMED, Facts.dose("D-2", Facts.PATIENT, Facts.STATION)));
    assertEquals(
        Optional.of(new DoseId("D-1")),
        read(reads -> reads.latestFreed(Facts.PATIENT, Facts.DAY, DosePart.WHOLE)));
    assertEquals(
        Optional.of("D-2"),
        read(reads -> reads.openOrTaken(Facts.PATIENT, Facts.DAY, DosePart.WHOLE))
            .map(state -> state.dose().id().value()));
    assertEquals(List.of("D-2"), ids(read(Reads::unended)));
  }

  @Test
  void theLastDoseTakenIsOfAnEarlierDayAndWasTaken() { // R12 of the display rules
    append(Facts.moved(Phase.CONSUMED, Facts.dose("D-1", Facts.PATIENT, Facts.STATION)));
    append(Facts.moved(Phase.DISCARDED, Facts.dose("D-2", new PatientId("P-9"), Facts.STATION)));
    assertEquals(
        Optional.of("D-1"),
        read(reads -> reads.lastTaken(Facts.PATIENT, Facts.DAY.plusDays(3)))
            .map(state -> state.dose().id().value()));
    assertEquals(Optional.empty(), read(reads -> reads.lastTaken(Facts.PATIENT, Facts.DAY)));
    assertEquals(
        Optional.empty(),
        read(reads -> reads.lastTaken(new PatientId("P-9"), Facts.DAY.plusDays(1))));
  }

  @Test
  void whoIsDueTodayIsReadBesideTheWriter() {
    append(Facts.patient("P-0"), Facts.patient(Facts.PATIENT.value()), Facts.patient("P-9"));
    append(Facts.prescription("RX-1", Facts.DAY, Facts.DAY.plusDays(1)));
    assertEquals(
        List.of(new Due(Facts.PATIENT, Optional.empty())),
        journal.look(reads -> reads.due(Facts.DAY)));
    append(Facts.moved(Phase.CONSUMED, Facts.dose("D-1", Facts.PATIENT, Facts.STATION)));
    assertEquals(
        List.of(new Due(Facts.PATIENT, Optional.of(Phase.CONSUMED))),
        journal.look(reads -> reads.due(Facts.DAY)));
    assertEquals(List.of(), journal.look(reads -> reads.due(Facts.DAY.plusDays(2))));
    List<Due> beside = journal.look(reads -> reads.due(Facts.DAY.plusDays(1)));
    assertEquals(beside, read(reads -> reads.due(Facts.DAY.plusDays(1))));
  }

  @Test
  void aDoseNeverBecomesAnotherPatients() {
    append(Facts.moved(Phase.REVIEWING, Facts.dose("D-1", Facts.PATIENT, Facts.STATION)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.DOSE_KEEPS_ITS_PART),
        submitted(
            Facts.moved(Phase.WAITING, Facts.dose("D-1", new PatientId("P-9"), Facts.STATION))));
  }

  @Test
  void aDecisionSeesEarlierTransactionsOfItsOwnBatch() throws Exception {
    List<CompletableFuture<Outcome<String>>> replies = new ArrayList<>();
    inOneBatch(
        journal,
        () -> {
          replies.add(submit(Facts.patient("P-1")));
          CompletableFuture<Outcome<String>> second = new CompletableFuture<>();
          journal.transact(
              transaction(
                  reads ->
                      Decision.accept(
                          List.of(), reads.registered(new PatientId("P-1")) ? "seen" : "missed")),
              second::complete);
          replies.add(second);
        });
    assertEquals("seen", assertInstanceOf(Outcome.Done.class, replies.get(1).get()).answer());
  }

  @Test
  void aReplyComesAfterItsEntriesAreDurable() throws Exception {
    CompletableFuture<List<Entry>> seen = new CompletableFuture<>();
    journal.transact(
        transaction(reads -> Decision.accept(List.of(Facts.patient("P-1")), "")),
        outcome -> seen.complete(journal.entries(1, 10)));
    assertEquals(1, seen.get().size());
  }

  @Test
  void aDecisionWithoutFactsWritesNothing() {
    append(Facts.patient("P-1"));
    assertEquals(new Outcome.Done<>("ok", 1), submitted());
    assertEquals(1, journal.entries(1, 10).size());
  }

  @Test
  void aRefusalWritesNothingAndIsToldAsItIs() throws Exception {
    Refusal refusal = Refusal.of("already-dosed", "R-30", "had it", "tomorrow");
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(transaction(reads -> Decision.refuse(refusal)), reply::complete);
    assertEquals(new Outcome.Refused<String>(refusal), reply.get());
    assertEquals(0, journal.head());
  }

  @Test
  void aThrowingDecisionIsAnsweredAndHarmsNobodyElse() throws Exception {
    List<CompletableFuture<Outcome<String>>> replies = new ArrayList<>();
    inOneBatch(
        journal,
        () -> {
          replies.add(submit(Facts.patient("P-1")));
          CompletableFuture<Outcome<String>> bad = new CompletableFuture<>();
          journal.transact(
              transaction(
                  reads -> {
                    throw new IllegalStateException("a bug");
                  }),
              bad::complete);
          replies.add(bad);
          replies.add(submit(Facts.patient("P-2")));
        });
    assertInstanceOf(Outcome.Done.class, replies.get(0).get());
    assertInstanceOf(Outcome.Failed.class, replies.get(1).get());
    assertInstanceOf(Outcome.Done.class, replies.get(2).get());
    assertEquals(2, journal.head());
  }

  @Test
  void whatABatchMovedBeforeABugIsMovedOnce() throws Exception { // H71
    append(Facts.received());
    Account store = Account.only(AccountKind.STORE);
    Decide<String> tell =
        reads -> Decision.accept(List.of(), reads.balance(store, Facts.BATCH).toString());
    CompletableFuture<Outcome<String>> before = new CompletableFuture<>();
    List<CompletableFuture<Outcome<String>>> moved = new ArrayList<>();
    CompletableFuture<Outcome<String>> after = new CompletableFuture<>();
    inOneBatch(
        journal,
        () -> {
          journal.transact(transaction(tell), before::complete);
          moved.add(submit(Facts.mounted(Facts.STATION, Facts.BOTTLE)));
          journal.transact(
              transaction(
                  reads -> {
                    throw new IllegalStateException("a bug");
                  }),
              bug -> {});
          journal.transact(transaction(tell), after::complete);
        });
    assertInstanceOf(Outcome.Done.class, moved.getFirst().get());
    assertEquals(
        Volume.ofMillilitres(5000).toString(),
        assertInstanceOf(Outcome.Done.class, before.get()).answer());
    assertEquals(
        Volume.ofMillilitres(4000).toString(),
        assertInstanceOf(Outcome.Done.class, after.get()).answer());
  }

  @Test
  void aFactThatCannotBeStoredIsAnsweredAndTakesItsTransactionWithIt() {
    Fact bad =
        new Fact.DoseMoved(
            "Not Kebab",
            Optional.empty(),
            State.of(Phase.WAITING, Facts.dose("D-1", Facts.PATIENT, Facts.STATION)),
            "",
            Map.of(),
            List.of());
    assertInstanceOf(Outcome.Failed.class, submitted(Facts.patient("P-1"), bad));
    assertEquals(0, journal.head());
    assertEquals(false, read(reads -> reads.registered(new PatientId("P-1"))));
  }

  @Test
  void aCommandIsRememberedWithItsAnswerAlsoAfterReopening() throws Exception { // H53
    CommandRecord command = new CommandRecord("v/pour/1", "ab", "armed");
    Outcome<String> first = submitted(command, Facts.patient("P-1"));
    assertInstanceOf(Outcome.Done.class, first);
    assertEquals(Optional.of(command), read(reads -> reads.command("v/pour/1")));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.COMMAND_ONCE),
        submitted(command, Facts.patient("P-2")));
    assertEquals(1, journal.head());
    journal.close();
    journal = reopen();
    assertEquals(Optional.of(command), read(reads -> reads.command("v/pour/1")));
  }

  @Test
  void entriesComeInPages() {
    for (int i = 1; i <= 10; i++) {
      append(Facts.patient("P-" + i));
    }
    assertEquals(List.of(4L, 5L, 6L), journal.entries(4, 3).stream().map(Entry::sequence).toList());
    assertEquals(2, journal.entries(9, 100).size());
    assertEquals(List.of(), journal.entries(11, 5));
    assertEquals(10, journal.entries(0, 100).size());
  }

  @Test
  void theListenerIsToldHowFarTheJournalIsDurable() {
    AtomicLong told = new AtomicLong();
    journal.onAppended(told::set);
    append(Facts.patient("P-1"), Facts.patient("P-2"));
    read(reads -> "");
    assertEquals(2, told.get());
  }

  @Test
  void aClosedJournalAnswersFailedAndReopensWhereItWas() throws Exception {
    append(Facts.opened());
    append(Facts.moved(Phase.POURING, Facts.full(Facts.dose("D-1", Facts.PATIENT, Facts.STATION))));
    journal.close();
    assertInstanceOf(Outcome.Failed.class, submitted(Facts.patient("P-1")));
    journal = reopen();
    assertEquals(2, journal.head());
    assertEquals(List.of("D-1"), ids(read(Reads::unended)));
    append(Facts.patient("P-1"));
    assertChained(journal.entries(1, 10));
  }

  @Test
  void aJournalIsOpenedOnce() {
    append(Facts.opened());
    assertEquals(new Outcome.Conflict<String>(Constraints.OPENED_ONCE), submitted(Facts.opened()));
    assertEquals(Optional.of(Facts.opened()), read(Reads::opened));
  }

  @Test
  void oneBottleStandsAtOneStation() {
    StationId other = new StationId("station-2");
    append(Facts.received(), Facts.mounted(Facts.STATION, Facts.BOTTLE));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_STATION_PER_BOTTLE),
        submitted(Facts.mounted(other, Facts.BOTTLE)));
    append(new Fact.BottleUnmounted(Facts.STATION, Facts.BOTTLE, "empty"));
    append(Facts.mounted(other, Facts.BOTTLE));
    append(Facts.mounted(other, new BottleId("B-0002")));
    assertEquals(Optional.empty(), read(reads -> reads.mounted(Facts.STATION)));
    assertEquals(
        Optional.of("B-0002"),
        read(reads -> reads.mounted(other)).map(mounted -> mounted.bottle().value()));
  }

  @Test
  void theLatestPrescriptionHoldsFromItsFirstDayOn() {
    append(Facts.prescription("Rx-1", Facts.DAY, Facts.DAY.plusDays(20)));
    append(Facts.prescription("Rx-2", Facts.DAY.plusDays(10), Facts.DAY.plusDays(12)));
    assertEquals(Optional.of("Rx-1"), prescription(9));
    assertEquals(Optional.of("Rx-2"), prescription(10));
    assertEquals(Optional.empty(), prescription(13)); // Rx-1 was replaced; it does not come back.
    append(
        new Fact.PrescriptionEnded(
            new clinic.mmt.dispenser.domain.prescription.PrescriptionId("Rx-2"),
            Facts.PATIENT,
            ""));
    assertEquals(Optional.empty(), prescription(11));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.PRESCRIPTION_SIGNED_ONCE),
        submitted(Facts.prescription("Rx-1", Facts.DAY, Facts.DAY)));
  }

  @Test
  void balancesAreTheSumsOfAllPostings() { // H71
    append(Facts.received());
    append(Facts.mounted(Facts.STATION, Facts.BOTTLE));
    Account store = Account.only(AccountKind.STORE);
    assertEquals(Volume.ofMillilitres(4000), read(reads -> reads.balance(store, Facts.BATCH)));
    Account supplier = Account.only(AccountKind.SUPPLIER);
    assertEquals(Volume.ofMillilitres(-5000), read(reads -> reads.balance(supplier, Facts.BATCH)));
    Account never = Account.only(AccountKind.LOSS);
    assertEquals(Volume.ZERO, read(reads -> reads.balance(never, Facts.BATCH)));
  }

  @Test
  void functionsChecksAndOwedSignaturesAreReadByKey() {
    append(new Fact.StaffRegistered(Facts.NURSE, Set.of(Role.DISPENSER, Role.HEAD)));
    append(new Fact.StaffRegistered(Facts.NURSE, Set.of(Role.DISPENSER)));
    assertEquals(Set.of(Role.DISPENSER), read(reads -> reads.roles(Facts.NURSE)));
    assertEquals(Set.of(), read(reads -> reads.roles(Facts.PHARMACIST)));
    append(new Fact.StationChecked(Facts.STATION, Facts.DAY, true, ""));
    assertEquals(true, read(reads -> reads.checked(Facts.STATION, Facts.DAY)));
    append(new Fact.StationChecked(Facts.STATION, Facts.DAY, false, ""));
    assertEquals(false, read(reads -> reads.checked(Facts.STATION, Facts.DAY)));
    var first = new Fact.SignatureOwed("A-2", "waste", "00", Facts.NURSE, Facts.DAY);
    var second = new Fact.SignatureOwed("A-1", "waste", "00", Facts.NURSE, Facts.DAY);
    append(first);
    append(second);
    assertEquals(List.of(first, second), read(Reads::owed));
    append(
        new Fact.ActSigned("A-2", "waste", "00", Facts.NURSE, Facts.PHARMACIST, "deferred", false));
    assertEquals(List.of(second), read(Reads::owed));
  }

  @Test
  void viewsRebuiltFromTheEntriesAreIdentical() throws Exception {
    for (Fact fact : Facts.ofEveryKind().values()) {
      submitted(fact);
    }
    assertTrue(journal.head() > 20);
    assertTrue(viewsEqualRebuild(journal));
  }
}
