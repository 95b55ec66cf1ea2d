package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the judge makes of guests, transfers, opened and closed days, and enrolments. */
class SitesTest {

  private final Courses courses = new Courses(new Values());
  private final Guests guests = new Guests();
  private final Transferred transferred = new Transferred(courses);
  private final OpenedDays days = new OpenedDays(new Values());
  private final Enrolled enrolled = new Enrolled();
  private final Map<String, Case> cases = new HashMap<>();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Body dose(String patient, String day, int micrograms) {
    return body(
        ("{'patient':'%s','day':'%s','part':1,'order':{'prescription':'rx',"
                + "'doseMicrograms':%d}}")
            .formatted(patient, day, micrograms));
  }

  private Optional<String> letter(String kind, String id, String first, String last) {
    return guests.take(
        kind,
        body(
            "{'letter':'%s','patient':'p','firstDay':'%s','lastDay':'%s'}"
                .formatted(id, first, last)));
  }

  private boolean guestFault(String patient, String day) {
    return guests.fault(dose(patient, day, 80_000)).isPresent();
  }

  @Test
  void aPourAtHomeOnADayOfAGuestLetterIsSeen() {
    letter("guest-letter.signed", "g1", "2026-03-03", "2026-03-05");
    assertEquals(false, guestFault("p", "2026-03-02"), "the day before");
    assertTrue(guestFault("p", "2026-03-03"));
    assertTrue(guestFault("p", "2026-03-05"));
    assertEquals(false, guestFault("p", "2026-03-06"), "the day after");
    assertEquals(false, guestFault("q", "2026-03-03"), "control: somebody else");
  }

  @Test
  void homeIsFreeByAnEndedLetterOrADoctorWhoAskedThere() {
    letter("guest-letter.signed", "g1", "2026-03-03", "2026-03-05");
    guests.take(
        "day.released",
        body("{'patient':'p','day':'2026-03-03','reasons':['watched','guest-elsewhere']}"));
    assertEquals(false, guestFault("p", "2026-03-03"));
    assertTrue(guestFault("p", "2026-03-04"), "released for one day only");
    letter("guest-letter.ended", "g1", "", "");
    assertEquals(false, guestFault("p", "2026-03-04"));
  }

  @Test
  void aReleaseOfSomethingElseDoesNotFreeHome() {
    letter("guest-letter.signed", "g1", "2026-03-03", "2026-03-05");
    guests.take(
        "day.released", body("{'patient':'p','day':'2026-03-03','reasons':['dose-in-doubt']}"));
    assertTrue(guestFault("p", "2026-03-03"));
  }

  @Test
  void aGuestIsDosedOnTheDaysOfTheLetterOnly() {
    guests.written("g1", "p", "2026-03-03", "2026-03-04");
    assertEquals(Optional.empty(), letter("guest.received", "g1", "2026-03-03", "2026-03-04"));
    assertTrue(guestFault("p", "2026-03-02"));
    assertEquals(false, guestFault("p", "2026-03-03"));
    assertEquals(false, guestFault("p", "2026-03-04"));
    assertTrue(guestFault("p", "2026-03-05"));
    guests.take("patient.admitted", body("{'patient':'p','day':'2026-03-05'}"));
    assertEquals(false, guestFault("p", "2026-03-05"), "who is admitted is no guest");
  }

  @Test
  void aLetterThatNobodyWroteSoIsSeen() { // H102
    guests.written("g1", "p", "2026-03-03", "2026-03-04");
    assertTrue(letter("guest.received", "g1", "2026-03-03", "2026-03-05").isPresent(), "longer");
    assertTrue(letter("guest.received", "g2", "2026-03-03", "2026-03-04").isPresent(), "another");
  }

  private void moved(String kind, String why) {
    transferred.take(
        kind, body("{}"), body("{'patient':'p','day':'2026-03-03','why':'%s'}".formatted(why)));
  }

  private boolean transferFault(int micrograms) {
    return transferred.fault(dose("p", "2026-03-03", micrograms)).isPresent();
  }

  @Test
  void aPourForWhoWasTransferredAwayIsSeen() {
    moved("patient.left", "OWN_WISH");
    assertEquals(false, transferFault(20_000), "another rule's");
    moved("patient.left", "TRANSFERRED");
    assertTrue(transferFault(20_000));
    moved("patient.admitted", "");
    assertEquals(false, transferFault(20_000));
  }

  @Test
  void withoutAKnownDoseTheFirstOneIsThatOfANewStart() {
    moved("patient.admitted", "");
    assertEquals(false, transferFault(30_000));
    assertTrue(transferFault(30_001));
    transferred.take("prescription.signed", body("{'prescription':'rx'}"), overLimits(false));
    assertTrue(transferFault(80_000));
    transferred.take("prescription.signed", body("{'prescription':'rx'}"), overLimits(true));
    assertEquals(false, transferFault(80_000), "two signed it");
  }

  private static Body overLimits(boolean over) {
    return body("{'patient':'p','overLimits':%s}".formatted(over));
  }

  @Test
  void withAKnownDoseItIsNoNewStart() {
    moved("patient.admitted", "");
    courses.take("outside-dose.noted", body("{}"), body("{'patient':'p','day':'2026-03-02'}"));
    assertEquals(false, transferFault(80_000));
  }

  private boolean dayFault(String kind, String day) {
    return days.take(kind, body("{'day':'%s'}".formatted(day)), body("{}"), cases).isPresent();
  }

  @Test
  void aDayIsNotOpenedWhileOneBeforeIsOwedItsClose() {
    assertEquals(false, dayFault("day.opened", "2026-03-01"));
    assertEquals(false, dayFault("day.opened", "2026-03-02"));
    assertEquals(false, dayFault("day.opened", "2026-03-03"), "two may be open");
    assertTrue(dayFault("day.opened", "2026-03-04"));
  }

  @Test
  void oneCloseIsThatOfTheDaysBeforeToo() {
    dayFault("day.opened", "2026-03-01");
    dayFault("day.opened", "2026-03-02");
    dayFault("day.closed", "2026-03-02");
    assertEquals(false, dayFault("day.opened", "2026-03-04"));
    assertEquals(false, dayFault("day.opened", "2026-03-06"), "nobody opened the day between");
    assertTrue(dayFault("day.opened", "2026-03-07"));
  }

  private void observation(String kind) {
    days.take(kind, body("{}"), body("{'observation':'o1','patient':'p','dose':'d1'}"), cases);
  }

  private void doseIs(String phase) {
    Case c = new Case("d1", "s", dose("p", "2026-03-02", 20_000));
    c.phase = phase;
    cases.put("d1", c);
  }

  @Test
  void aCloseWhileSomebodyIsWatchedIsSeen() {
    doseIs("CONSUMED");
    observation("observation.began");
    assertEquals(false, dayFault("day.closed", "2026-03-01"), "the day before");
    assertTrue(dayFault("day.closed", "2026-03-02"));
    observation("observation.ended");
    assertEquals(false, dayFault("day.closed", "2026-03-02"));
  }

  @Test
  void aCloseWhileACupIsOutIsSeen() {
    doseIs("HANDED_OVER");
    assertEquals(false, dayFault("day.closed", "2026-03-01"), "the day before");
    assertTrue(dayFault("day.closed", "2026-03-02"));
    doseIs("OUTCOME_UNKNOWN");
    assertTrue(dayFault("day.closed", "2026-03-03"), "nobody knows");
    doseIs("REFERRED");
    assertEquals(false, dayFault("day.closed", "2026-03-02"), "at a doctor's, with no cup");
  }

  private boolean enrolFault(String kind, String open, String secret) {
    return enrolled.take(kind, body(open), body(secret)).isPresent();
  }

  private boolean enrolled(String fingers) {
    return enrolFault(
        "enrolment.completed",
        "{}",
        "{'patient':'p','first':'a','second':'b','fingers':'%s'}".formatted(fingers));
  }

  private boolean says(String answer) {
    return enrolFault(
        "finger-consent.noted", "{}", "{'patient':'p','answer':'%s'}".formatted(answer));
  }

  private boolean signed(String first, String second) {
    return enrolFault(
        "act.signed",
        "{'kind':'ENROLMENT','first':'%s','second':'%s'}".formatted(first, second),
        "");
  }

  @Test
  void anEnrolmentByTwoIsGood() { // H104; the control
    assertEquals(false, says("GIVEN"));
    assertEquals(false, enrolled("1=120=x;2=120=x"));
    assertEquals(false, signed("a", "b"));
    assertEquals(false, enrolFault("day.closed", "{}", ""));
  }

  @Test
  void anEnrolmentThatNobodySignedBesidesIsSeen() { // H104
    assertEquals(false, enrolled(""));
    assertTrue(enrolFault("day.closed", "{}", ""));
  }

  @Test
  void anEnrolmentByOnePersonTwiceIsSeen() { // H104
    enrolled("");
    assertTrue(signed("a", "a"));
    assertTrue(enrolFault("enrolment.completed", "{}", "{'patient':'p','first':'a','second':'a'}"));
  }

  @Test
  void fingersOfWhoDidNotAgreeAreSeen() {
    assertTrue(enrolled("1=120=x"));
    signed("a", "b");
    says("GIVEN");
    says("WITHDRAWN");
    assertTrue(enrolled("1=120=x"));
    signed("a", "b");
    assertEquals(false, enrolled(""), "card and photo alone");
  }

  @Test
  void templatesOfWhoWithdrewAreSeen() {
    enrolled.template("p", true);
    says("GIVEN");
    assertEquals(Optional.empty(), enrolled.dayEnds());
    assertTrue(says("WITHDRAWN"), "deleted before it is on record");
    assertTrue(enrolled.dayEnds().isPresent());
    enrolled.template("p", false);
    assertEquals(Optional.empty(), enrolled.dayEnds());
    says("GIVEN");
    assertEquals(false, says("WITHDRAWN"));
    enrolled.template("p", true);
    assertTrue(enrolled.dayEnds().isPresent(), "kept anew");
  }

  @Test
  void aLookUpThatDoesNotShowASecondRecordIsSeen() { // H104
    Judge judge = new Judge();
    judge.office().overlooked("p");
    assertTrue(judge.content(), "there is no finger to find it by");
    judge.office().template("p", true);
    judge.office().overlooked("p");
    assertEquals("enrolment", judge.violations().getFirst().rule());
  }
}
