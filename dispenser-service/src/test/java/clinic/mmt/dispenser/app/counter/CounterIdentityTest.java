package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.codec.Decoding;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.SiteType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Card, finger, doubt, two lanes: who is at the counter. */
class CounterIdentityTest {

  private static final PassedOver DRY =
      new PassedOver(PassedOver.Why.DRY, "", PassedOver.Besides.SPOKEN_FACT);

  private final Bed bed = new Bed();

  /** What the signer says of the finger. */
  private Optional<PassedOver> why = Optional.of(DRY);

  @Test
  void anUnknownCardIsToldAndRecorded() {
    bed.card("nobody");
    assertEquals("unknown-card", bed.notice());
    assertEquals(1, attempts("unknown-token"));
  }

  @Test
  void aClinicCardSaysWhoAndTheFingerConfirms() {
    bed.card("MC1.good");
    assertEquals(Snapshot.Stage.FINGER, bed.screen.stage());
    bed.finger().is(Phase.REVIEWING);
    assertEquals(
        Method.CARD_AND_FINGER,
        bed.screen.onScale().orElseThrow().dose().identification().method());
  }

  @ParameterizedTest
  @CsvSource({
    "MC1.lost, card-revoked, card-revoked",
    "MC1.theirs, card-of-another-clinic, card-of-another-clinic",
    "MC1.written by hand, card-forged, card-forged",
    "MC1.erased, unknown-card, unknown-token",
    "000099000001||Trần Thị Mẫu|02011999, unknown-card, unknown-token",
    "https://example.org/, unknown-card, unknown-token"
  })
  void aCardThatOpensNothingIsToldWithItsWayOnAndTheJournalHasHowItFailed(
      String scanned, String notice, String outcome) {
    bed.card(scanned).empty();
    assertEquals(notice, bed.notice());
    assertFalse(bed.screen.notice().orElseThrow().liftedBy().isEmpty());
    assertEquals(Snapshot.Stage.IDLE, bed.screen.stage());
    assertTrue(bed.screen.candidate().isEmpty());
    assertTrue(bed.devices.fingers.isEmpty(), "no finger is asked for");
    assertEquals(1, attempts(outcome));
    Fact.IdentityAttempted last = lastAttempt();
    assertTrue(last.patient().isEmpty() && last.detail().isEmpty(), "nothing of what was scanned");
  }

  @Test
  void aForgedCardBesideACupLeavesThePatientOnTheScreen() { // H86
    bed.identify("P-A").pour(8500).card("MC1.written by hand");
    assertEquals(Snapshot.Stage.IDENTIFIED, bed.screen.stage());
    assertEquals("card-forged", bed.notice());
  }

  @Test
  void anUnreadableCodeIsToldAndNamesNobody() {
    bed.devices.unreadable.run();
    bed.run();
    assertEquals("unreadable-code", bed.notice());
    assertEquals(Snapshot.Stage.IDLE, bed.screen.stage());
  }

  @Test
  void aWrongFingerIsADoubtThatTwoPersonsDecide() { // section 5
    bed.card("P-A").finger(new FingerReport.Mismatch(20, 3)).empty();
    assertEquals(Snapshot.Stage.DOUBT, bed.screen.stage());
    Bed.refused("second-signature-needed", resolve(Optional.empty()));
    Bed.done(resolve(Optional.of(second(ActKind.IDENTITY_DOUBT))));
    bed.is(Phase.REVIEWING);
    assertEquals(
        Method.EXCEPTION_TWO_PERSONS,
        bed.screen.onScale().orElseThrow().dose().identification().method());
    assertEquals(1, signed());
  }

  /** Who could not pass with another finger does not pass with a smudged one. */
  @Test
  void aDoubtStaysOneWhenTheFingerIsNotReadTheNextTime() {
    bed.card("P-A").finger(new FingerReport.Mismatch(20, 3));
    bed.counter.cancelIdentification();
    bed.run().card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature nurse = by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER));
    Bed.refused("identity-doubt", resolve(Optional.of(nurse)));
    bed.card("P-A").finger(new FingerReport.Broken("no answer"));
    Bed.refused("identity-doubt", resolve(Optional.of(nurse)));
    Bed.done(resolve(Optional.of(second(ActKind.NO_READ_EXCEPTION))));
    bed.is(Phase.REVIEWING);
    assertEquals(1, attempts("doubt-lifted"));
  }

  @Test
  void theRightFingerEndsTheDoubt() {
    bed.card("P-A").finger(new FingerReport.Mismatch(20, 3));
    bed.identify("P-A").pour(8500).card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature nurse = by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER));
    Bed.done(resolve(Optional.of(nurse)));
    assertEquals(1, attempts("doubt-lifted"));
  }

  /** A citizen card says who, as the clinic's own does; the finger confirms all the same. */
  @Test
  void aCitizenCardSaysWhoAndProvesNothing() {
    bed.card("000099000001||Nguyễn Văn Thử|02011999|Nam|Số 1|03042022||||");
    assertEquals(Snapshot.Stage.FINGER, bed.screen.stage());
    bed.finger().is(Phase.REVIEWING);
  }

  /** So does the code of a health insurance card. */
  @Test
  void anInsuranceCardSaysWhoAndProvesNothing() {
    bed.card(
        "0000000001|4e677579e1bb856e2056c4836e205468e1bbad|02/01/1999|1|-|01 - 000|01/01/2026|-|-|$");
    assertEquals(Snapshot.Stage.FINGER, bed.screen.stage());
    bed.finger().is(Phase.REVIEWING);
  }

  /** At a small site one person passes a finger over, with a fact, so many times a day. */
  @Test
  void atASmallSiteOnePersonIsEnoughUpToTheLimitOfTheDay() {
    Counter counter = smallSite();
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    counter.resolveIdentity(Bed.NURSE, Optional.empty(), Optional.empty(), bed.replies::add);
    bed.run();
    Bed.refused("say-why-no-read", bed.replies.getLast());
    passedOver(10);
    counter.resolveIdentity(Bed.NURSE, Optional.of(DRY), Optional.empty(), bed.replies::add);
    bed.run();
    Bed.refused("no-read-limit", bed.replies.getLast());
  }

  @Test
  void atASmallSiteOnePersonIsEnoughBelowIt() {
    Counter counter = smallSite();
    passedOver(9);
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    counter.resolveIdentity(Bed.NURSE, Optional.of(DRY), Optional.empty(), bed.replies::add);
    bed.run();
    Bed.done(bed.replies.getLast());
    assertEquals(new NoReadLimit.Counted(1, 10), counted("P-A"));
  }

  private Counter smallSite() {
    House h = bed.house;
    House small =
        new House(
            h.journal(),
            h.people(),
            h.clock(),
            h.timers(),
            h.ids(),
            h.calendar(),
            h.rules(),
            SiteType.SMALL);
    Counter counter = new Counter(small, Bed.STATION, bed.devices, bed.lanes.lane("small counter"));
    counter.open(List.of(), snapshot -> bed.screen = snapshot);
    bed.run();
    counter.signIn(Bed.NURSE, () -> {});
    return counter;
  }

  private void passedOver(int times) {
    for (int i = 0; i < times; i++) {
      Fact.IdentityAttempted one =
          Fact.IdentityAttempted.exception(
              Bed.STATION, new PatientId("P-" + i), Bed.DAY, DosePart.WHOLE);
      bed.journal.transact(
          new Transaction<>("S-x", Bed.MORNING, reads -> Decision.accept(List.<Fact>of(one), true)),
          outcome -> {});
    }
    bed.run();
  }

  @Test
  void noReadIsAnExceptionOfTwo() { // section 5
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    assertEquals(Snapshot.Stage.NO_READ, bed.screen.stage());
    Bed.refused("second-signature-needed", resolve(Optional.empty()));
    Bed.done(resolve(Optional.of(second(ActKind.NO_READ_EXCEPTION))));
    bed.is(Phase.REVIEWING);
  }

  /** one exception for a part; the next needs somebody who decides. */
  @Test
  void aSecondExceptionForTheSamePartNeedsSomebodyWhoDecides() {
    noReadOf("P-A");
    assertEquals(new NoReadLimit.Counted(1, 1), counted("P-A"));
    Bed.done(bed.step(Step.LEFT));
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature nurse = by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER));
    Bed.refused("no-read-limit", resolve(Optional.of(nurse)));
    assertEquals(new NoReadLimit.Counted(1, 1), counted("P-A"), "refused is not counted");
    Bed.done(resolve(Optional.of(by(ActKind.NO_READ_EXCEPTION, Bed.PHARMACIST))));
    assertEquals(new NoReadLimit.Counted(2, 2), counted("P-A"));
  }

  /** The hand-over asks for the person again; that is counted and not one too many. */
  @Test
  void theDoseThatStandsHasHadItsExceptionAndIsHandedOverWithAnother() {
    noReadOf("P-A");
    bed.pour(8500).card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature nurse = by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER));
    Bed.done(resolve(Optional.of(nurse)));
    assertEquals(new NoReadLimit.Counted(2, 2), counted("P-A"));
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Bed.refused("no-read-limit", resolve(Optional.of(nurse)));
  }

  /** a reason from the list, and something compared besides the photo. */
  @Test
  void anExceptionSaysWhyAndByWhatThePersonWasKnown() {
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature two = second(ActKind.NO_READ_EXCEPTION);
    why = Optional.empty();
    Bed.refused("say-why-no-read", resolve(Optional.of(two)));
    why = Optional.of(new PassedOver(PassedOver.Why.OTHER, " ", PassedOver.Besides.CITIZEN_CARD));
    Bed.refused("words-missing", resolve(Optional.of(two)));
    PassedOver cast =
        new PassedOver(PassedOver.Why.OTHER, "bó bột", PassedOver.Besides.CITIZEN_CARD);
    why = Optional.of(cast);
    Bed.done(resolve(Optional.of(two)));
    assertEquals(Optional.of(cast), PassedOver.of(lastAttempt().detail()));
  }

  /** By one person of this station, and by nobody from elsewhere. */
  @Test
  void whoIsNotSignedInHereSaysNothingOfWhoThisIs() {
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    bed.counter.resolveIdentity(
        Bed.PHARMACIST,
        Optional.of(DRY),
        Optional.of(second(ActKind.NO_READ_EXCEPTION)),
        bed.replies::add);
    bed.run();
    Bed.refused("not-signed-in-here", bed.replies.getLast());
    Session keeper = Bed.session("S-keeper", Role.STORE_KEEPER);
    bed.signIn(keeper);
    bed.counter.resolveIdentity(keeper, Optional.of(DRY), Optional.empty(), bed.replies::add);
    bed.run();
    Bed.refused("not-your-function", bed.replies.getLast());
  }

  @Test
  void theLimitOfTheSiteIsOfAllPersonsAndOfOneDay() {
    for (int i = 0; i < 10; i++) {
      PatientId somebody = new PatientId("P-" + i);
      bed.journal.transact(
          new Transaction<>(
              "S-x",
              Bed.MORNING,
              reads ->
                  Decision.accept(
                      List.of(
                          Fact.IdentityAttempted.exception(
                              Bed.STATION, somebody, Bed.DAY, DosePart.WHOLE)),
                      true)),
          outcome -> {});
    }
    bed.run();
    assertEquals(new NoReadLimit.Counted(0, 10), counted("P-A"));
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature nurse = by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER));
    Bed.refused("no-read-limit", resolve(Optional.of(nurse)));
    assertEquals(
        new NoReadLimit.Counted(0, 0),
        bed.read(
            reads ->
                reads
                    .identity()
                    .noReadExceptions(new PatientId("P-A"), Bed.DAY.plusDays(1), DosePart.WHOLE)));
  }

  @Test
  void aReaderOutOfOrderIsNoCaseForTheLimit() {
    bed.card("P-A").finger(new FingerReport.Broken("no answer"));
    Bed.done(resolve(Optional.of(second(ActKind.NO_READ_EXCEPTION))));
    assertEquals(new NoReadLimit.Counted(0, 0), counted("P-A"));
  }

  private void noReadOf(String patient) {
    bed.card(patient).finger(new FingerReport.NoRead("too dry", 3));
    Bed.done(
        resolve(
            Optional.of(by(ActKind.NO_READ_EXCEPTION, Bed.session("S-other", Role.DISPENSER)))));
  }

  private NoReadLimit.Counted counted(String patient) {
    return bed.read(
        reads ->
            reads.identity().noReadExceptions(new PatientId(patient), Bed.DAY, DosePart.WHOLE));
  }

  @Test
  void aResolvedIdentityOpensOneVisitOnly() {
    bed.card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Signature second = second(ActKind.NO_READ_EXCEPTION);
    bed.counter.resolveIdentity(Bed.NURSE, Optional.of(DRY), Optional.of(second), bed.replies::add);
    bed.counter.resolveIdentity(Bed.NURSE, Optional.of(DRY), Optional.of(second), bed.replies::add);
    bed.run();
    Bed.refused("nothing-to-resolve", bed.replies.getFirst());
    Bed.done(bed.replies.getLast());
    bed.is(Phase.REVIEWING);
    assertEquals(Snapshot.Stage.IDENTIFIED, bed.screen.stage());
  }

  @Test
  void anExceptionAtTheHandOverIsOnRecordToo() { // every exception is counted
    bed.identify("P-A").pour(8500).card("P-A").finger(new FingerReport.NoRead("too dry", 3));
    Bed.done(resolve(Optional.of(second(ActKind.NO_READ_EXCEPTION))));
    assertEquals(1, signed());
    Bed.done(bed.step(Step.HAND_OVER));
  }

  @Test
  void theSameCardTwiceUsesTheSecondReading() {
    bed.card("P-A").card("P-A");
    assertEquals(2, bed.devices.fingers.size());
    var second = bed.devices.fingers.removeLast();
    bed.finger(new FingerReport.NoRead("cancelled", 0));
    assertEquals(Snapshot.Stage.FINGER, bed.screen.stage(), "the late first answer is nothing");
    bed.devices.fingers.add(second);
    bed.finger().is(Phase.REVIEWING);
  }

  @Test
  void aFingerAfterCancelIdentifiesNobody() {
    bed.card("P-A");
    bed.counter.cancelIdentification();
    bed.run().finger().empty();
    assertEquals(Snapshot.Stage.IDLE, bed.screen.stage());
  }

  @Test
  void aCardStillLookedUpWhenCancelledAsksForNoFinger() {
    bed.devices.card("P-A");
    bed.counter.cancelIdentification();
    bed.run();
    assertEquals(Snapshot.Stage.IDLE, bed.screen.stage());
    assertTrue(bed.devices.fingers.isEmpty());
  }

  @Test
  void cancellingTheSecondIdentificationKeepsThePatientOnTheScreen() { // H86
    bed.identify("P-A").pour(8500).card("P-A");
    bed.counter.cancelIdentification();
    bed.run().finger(new FingerReport.NoRead("cancelled", 0));
    assertEquals(Snapshot.Stage.IDENTIFIED, bed.screen.stage());
    assertEquals("", bed.notice());
  }

  @Test
  void anUnknownCardBesideACupLeavesThePatientOnTheScreen() { // H86
    bed.identify("P-A").pour(8500).card("nobody");
    assertEquals(Snapshot.Stage.IDENTIFIED, bed.screen.stage());
  }

  @Test
  void aMatchAfterEverybodySignedOutOpensNothing() {
    bed.card("P-A");
    bed.counter.signOut(Bed.NURSE.staff());
    bed.run().finger().empty();
    assertEquals("sign-in-first", bed.notice());
    bed.signIn(Bed.NURSE).identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void aCupOutAndOnePersonMeansNoSecondPatient() { // R-112, H87
    bed.handOver("P-A").card("P-B").empty();
    assertEquals("cup-is-out", bed.notice());
  }

  @Test
  void twoLanesWithTwoPersonsAndThePourNeedsTheWatcherStill() { // H87
    bed.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).handOver("P-A");
    bed.devices.inCup = 0;
    bed.devices.counter = 0;
    bed.identify("P-B").is(Phase.REVIEWING);
    bed.counter.signOut(Bed.PHARMACIST.staff());
    bed.run();
    Bed.refused("cup-is-out", bed.step(Step.POUR));
    bed.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).pour(8500).is(Phase.MEASURED);
    Bed.refused("place-taken", bed.step(Step.HAND_OVER));
  }

  @Test
  void theFirstCupsEndDisturbsNothingOfTheSecondPour() { // H87
    bed.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).handOver("P-A");
    DoseId first = bed.screen.watched().orElseThrow().dose().id();
    bed.devices.inCup = 0;
    bed.devices.counter = 0;
    bed.identify("P-B");
    Bed.done(bed.step(Step.POUR));
    bed.devices.flow(3000);
    bed.run();
    Bed.done(bed.step(Step.SWALLOWED, first));
    assertTrue(bed.devices.watched, "the second pour is still watched");
    bed.devices.finish(5500);
    bed.run().is(Phase.MEASURED);
  }

  @Test
  void theFirstCupsEndDoesNotForgetWhoIsBeingIdentified() {
    bed.signIn(Bed.PHARMACIST).signIn(Bed.NURSE).handOver("P-A");
    DoseId first = bed.screen.watched().orElseThrow().dose().id();
    bed.card("P-B");
    Bed.done(bed.step(Step.SWALLOWED, first));
    bed.finger().is(Phase.REVIEWING);
    assertFalse(bed.screen.watched().isPresent());
  }

  private Reply resolve(Optional<Signature> second) {
    bed.counter.resolveIdentity(Bed.NURSE, why, second, bed.replies::add);
    bed.run();
    return bed.replies.getLast();
  }

  private Signature second(ActKind kind) {
    return by(kind, Bed.PHARMACIST);
  }

  private Signature by(ActKind kind, Session who) {
    String digest = Acts.identity(kind, Bed.STATION, new PatientId("P-A"), Bed.DAY);
    return new Signature(
        who.staff(), who.roles(), digest, "terminal-1", bed.house.clock().instant());
  }

  private Fact.IdentityAttempted lastAttempt() {
    return facts()
        .filter(Fact.IdentityAttempted.class::isInstance)
        .map(Fact.IdentityAttempted.class::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private long attempts(String outcome) {
    return facts()
        .filter(f -> f instanceof Fact.IdentityAttempted a && a.outcome().equals(outcome))
        .count();
  }

  private long signed() {
    return facts().filter(f -> f instanceof Fact.ActSigned).count();
  }

  private java.util.stream.Stream<Fact> facts() {
    return Decoding.all(bed.journal.entries(1, 10_000)).stream();
  }
}
