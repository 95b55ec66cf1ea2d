package clinic.mmt.dispenser.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.staff.SecondSignature.Answer;
import clinic.mmt.dispenser.domain.staff.SecondSignature.Mode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two authentications of two people, bound to exactly the act. */
class SecondSignatureTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final ActKind.Rule TWO = ActKind.GIVE_LARGER_DIFFERENCE.at(SiteType.DEFAULT);
  private static final ActKind.Rule REMOTE = ActKind.GIVE_LARGER_DIFFERENCE.at(SiteType.SMALL);
  private static final ActKind.Rule LATER = ActKind.DISCARD_CUP.at(SiteType.DEFAULT);

  @Test
  void oneIsEnoughWhereTheTableSaysOne() {
    assertInstanceOf(
        Answer.Signed.class,
        judge(ActKind.VOID_OR_REST.at(SiteType.DEFAULT), Optional.empty(), NOW));
  }

  @Test
  void aMissingSecondIsOwedOnlyWhereItMayComeLater() {
    assertEquals(new Answer.Owed(0), judge(LATER, Optional.empty(), NOW));
    assertInstanceOf(Answer.Missing.class, judge(TWO, Optional.empty(), NOW));
  }

  @Test
  void oneOfTheTwoDecides() {
    assertInstanceOf(Answer.Missing.class, judge(TWO, by("S-2", Role.DISPENSER, 10), NOW));
    for (Role role : Set.of(Role.PHARMACIST, Role.PRESCRIBER)) {
      assertEquals(new Answer.Signed(Mode.LIVE, false), judge(TWO, by("S-2", role, 10), NOW));
    }
    for (Role role : Set.of(Role.HEAD, Role.STORE_KEEPER, Role.ADMINISTRATOR)) {
      assertInstanceOf(Answer.Missing.class, judge(TWO, by("S-2", role, 10), NOW));
    }
  }

  @Test
  void onePersonIsNotTwo() {
    assertInstanceOf(Answer.Missing.class, judge(TWO, by("S-1", Role.PHARMACIST, 10), NOW));
  }

  @Test
  void aSignatureIsGoodForTwoMinutesAndNotFromTheFuture() {
    assertInstanceOf(Answer.Signed.class, judge(TWO, by("S-2", Role.PHARMACIST, 120), NOW));
    assertInstanceOf(Answer.Missing.class, judge(TWO, by("S-2", Role.PHARMACIST, 121), NOW));
    assertInstanceOf(Answer.Missing.class, judge(TWO, by("S-2", Role.PHARMACIST, -1), NOW));
  }

  @Test
  void aSignatureForAnotherActIsNone() {
    Signature other =
        new Signature(new StaffId("S-2"), Set.of(Role.PHARMACIST), "another", "t", NOW);
    assertInstanceOf(Answer.Missing.class, judge(TWO, Optional.of(other), NOW));
  }

  @Test
  void anotherTerminalOnlyWhereTheTableSaysRemote() {
    Signature far =
        new Signature(
            new StaffId("S-2"), Set.of(Role.PHARMACIST), "act", "far", NOW.minusSeconds(10));
    assertInstanceOf(Answer.Missing.class, judge(TWO, Optional.of(far), NOW));
    assertEquals(new Answer.Signed(Mode.REMOTE, false), judge(REMOTE, Optional.of(far), NOW));
  }

  @Test
  void twoSignaturesWithinTwoSecondsAreFlagged() { // H109
    assertEquals(
        new Answer.Signed(Mode.LIVE, true), judge(TWO, by("S-2", Role.PHARMACIST, 1), NOW));
    assertEquals(
        new Answer.Signed(Mode.LIVE, false), judge(TWO, by("S-2", Role.PHARMACIST, 2), NOW));
  }

  @Test
  void aDeferredSignatureIsBySomebodyElse() {
    Signature second = by("S-2", Role.DISPENSER, 0).orElseThrow();
    assertEquals(
        new Answer.Signed(Mode.DEFERRED, false),
        SecondSignature.judgeDeferred("act", new StaffId("S-1"), second, NOW));
    assertInstanceOf(
        Answer.Missing.class,
        SecondSignature.judgeDeferred("act", new StaffId("S-2"), second, NOW));
  }

  /** The way on says what the second person has to be. */
  @Test
  void theWayOnNamesWhoMaySign() {
    assertEquals(
        new Answer.Missing(
            "This act needs a second person.",
            "a second person signs, one of the two a pharmacist or doctor"),
        judge(TWO, Optional.empty(), NOW));
    assertEquals(
        new Answer.Missing("Both signatures are by one person.", "a second person signs"),
        judge(LATER, by("S-1", Role.PHARMACIST, 10), NOW));
  }

  @Test
  void aFirstSignatureForAnotherActOrTooOldIsNone() {
    Optional<Signature> second = by("S-2", Role.PHARMACIST, 10);
    for (Signature first :
        Set.of(
            new Signature(new StaffId("S-1"), Set.of(Role.PHARMACIST), "another", "t", NOW),
            by("S-1", Role.PHARMACIST, 121).orElseThrow())) {
      assertEquals(
          new Answer.Missing("The first signature is not for this act.", "sign this act"),
          SecondSignature.judge(TWO, "act", first, second, NOW));
    }
  }

  @Test
  void aDeferredSignatureIsForExactlyTheAct() {
    Signature second = by("S-2", Role.DISPENSER, 0).orElseThrow();
    assertEquals(
        new Answer.Missing("The signature is not for this act.", "sign this act"),
        SecondSignature.judgeDeferred("another", new StaffId("S-1"), second, NOW));
  }

  /** Whoever may sign later may sign at another terminal now. */
  @Test
  void anotherTerminalWillDoWhereTheSecondMayComeLater() {
    Signature far =
        new Signature(
            new StaffId("S-2"), Set.of(Role.DISPENSER), "act", "far", NOW.minusSeconds(10));
    assertEquals(new Answer.Signed(Mode.REMOTE, false), judge(LATER, Optional.of(far), NOW));
  }

  private static Optional<Signature> by(String staff, Role role, long secondsAgo) {
    return Optional.of(
        new Signature(new StaffId(staff), Set.of(role), "act", "t", NOW.minusSeconds(secondsAgo)));
  }

  private static Answer judge(ActKind.Rule rule, Optional<Signature> second, Instant now) {
    Signature first = new Signature(new StaffId("S-1"), Set.of(Role.DISPENSER), "act", "t", now);
    return SecondSignature.judge(rule, "act", first, second, now);
  }
}
