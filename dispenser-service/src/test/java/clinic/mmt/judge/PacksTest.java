package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge makes of packs between sites and of holds. */
class PacksTest {

  private static final long MADE = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long UNTIL = Instant.parse("2026-03-05T00:00:00Z").toEpochMilli();
  private static final long DECIDED = 600_000;
  private static final String DAY = "2026-03-02";

  private final Orders orders = new Orders();
  private final Packs packs = new Packs(orders);
  private final Holds holds = new Holds();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Body dose(String patient, String day) {
    return body(
        "{'patient':'%s','day':'%s','part':1,'order':{'prescription':'rx'}}"
            .formatted(patient, day));
  }

  @BeforeEach
  void theOtherSiteWroteTwoPacks() {
    packs.written(new PackTold(true, "there", 1, "d1", List.of("p", "q"), List.of()));
    packs.written(new PackTold(true, "there", 2, "d2", List.of("q"), List.of()));
  }

  private Optional<String> ordersCome(int number, String digest, String patients, long at) {
    return packs.take(
        "order-pack.received",
        at,
        body(
            "{'site':'there','number':%d,'until':'2026-03-05T00:00:00Z','digest':'%s'}"
                .formatted(number, digest)),
        body("{'patients':[%s]}".formatted(patients)));
  }

  private boolean pourFault(String patient, long at) {
    return packs.fault(dose(patient, DAY), at).isPresent();
  }

  @Test
  void packsAreTakenInOnceInTheirOrderAndInTheirTime() { // R-132, H110
    assertEquals(Optional.empty(), ordersCome(1, "d1", "'p','q'", MADE));
    assertTrue(ordersCome(1, "d1", "'p','q'", MADE).isPresent(), "a second time");
    assertEquals(Optional.empty(), ordersCome(2, "d2", "'q'", UNTIL));
    assertTrue(ordersCome(1, "d1", "'p','q'", MADE).isPresent(), "an older one after it");
  }

  @Test
  void aPackAfterItsTimeIsSeen() {
    assertTrue(ordersCome(1, "d1", "'p','q'", UNTIL + 1).isPresent());
  }

  @Test
  void aPackThatNobodyWroteSoIsSeen() {
    assertTrue(ordersCome(1, "forged", "'p'", MADE).isPresent(), "another file");
    assertTrue(ordersCome(3, "d2", "'q'", MADE).isPresent(), "under another number");
  }

  @Test
  void aPourByOrdersThatAreOverIsSeen() {
    ordersCome(1, "d1", "'p','q'", MADE);
    assertEquals(false, pourFault("p", UNTIL + DECIDED));
    assertTrue(pourFault("p", UNTIL + DECIDED + 1));
    assertEquals(false, pourFault("somebody", UNTIL + DECIDED + 1), "control: of this site");
  }

  @Test
  void aPourForWhoIsNotInTheLatestOrdersIsSeen() {
    ordersCome(1, "d1", "'p','q'", MADE);
    assertEquals(false, pourFault("p", MADE));
    ordersCome(2, "d2", "'q'", MADE);
    assertTrue(pourFault("p", MADE));
    assertEquals(false, pourFault("q", MADE));
  }

  @Test
  void aDoctorWhoAskedThereFreesThatDayAndAnAdmissionAll() {
    ordersCome(1, "d1", "'p','q'", MADE);
    ordersCome(2, "d2", "'q'", MADE);
    released("dose-in-doubt");
    assertTrue(pourFault("p", MADE), "of something else");
    released("not-in-order-pack");
    assertEquals(false, pourFault("p", MADE));
    assertTrue(packs.fault(dose("p", "2026-03-03"), MADE).isPresent(), "the next day");
    packs.take("patient.admitted", MADE, body("{}"), body("{'patient':'p'}"));
    assertEquals(Optional.empty(), packs.fault(dose("p", "2026-03-03"), MADE));
  }

  private void released(String reason) {
    packs.take(
        "day.released",
        MADE,
        body("{}"),
        body("{'patient':'p','day':'%s','reasons':['%s']}".formatted(DAY, reason)));
  }

  private static PackTold back(String dose, String patient, boolean taken) {
    return new PackTold(
        false,
        "there",
        1,
        "x",
        List.of(),
        List.of(new PackTold.Dose(dose, patient, DAY, taken, 60_000)));
  }

  private static PackTold empty() {
    return new PackTold(false, "there", 1, "x", List.of(), List.of());
  }

  @Test
  void everyDoseOfAnotherSitesPatientIsTold() {
    ordersCome(1, "d1", "'p','q'", MADE);
    packs.dose("d1", dose("p", DAY), "HANDED_OVER");
    assertEquals(Optional.empty(), packs.read(empty()), "it still goes on");
    packs.dose("d1", dose("p", DAY), "CONSUMED");
    packs.dose("d2", dose("somebody", DAY), "CONSUMED");
    assertTrue(packs.read(empty()).isPresent());
    assertEquals(Optional.empty(), packs.read(back("d1", "p", true)));
    assertEquals(Optional.empty(), packs.read(empty()), "told already");
  }

  @Test
  void aDoseThatChangedSinceItWasToldIsToldAgain() {
    ordersCome(1, "d1", "'p','q'", MADE);
    packs.dose("d1", dose("p", DAY), "OUTCOME_UNKNOWN");
    assertEquals(Optional.empty(), packs.read(back("d1", "p", true)));
    packs.dose("d1", dose("p", DAY), "DISCARDED");
    assertTrue(packs.read(empty()).isPresent());
    assertEquals(Optional.empty(), packs.read(back("d1", "p", false)));
  }

  @Test
  void aDoseToldOtherwiseThanItIsIsSeen() {
    ordersCome(1, "d1", "'p','q'", MADE);
    packs.dose("d1", dose("p", DAY), "CONSUMED");
    assertTrue(packs.read(back("d1", "p", false)).isPresent(), "as not given");
    assertTrue(packs.read(back("d1", "q", true)).isPresent(), "as another's");
    assertTrue(packs.read(back("d9", "p", true)).isPresent(), "one that there is not");
  }

  @Test
  void aGuestsDosesAreToldHomeToo() {
    packs.take("guest.received", MADE, body("{}"), body("{'patient':'g','site':'there'}"));
    packs.dose("d1", dose("g", DAY), "CONSUMED");
    assertTrue(packs.read(empty()).isPresent());
  }

  private Optional<String> dosesCome(int number, String digest) {
    return packs.take(
        "dose-pack.received",
        MADE,
        body("{'site':'there','number':%d,'digest':'%s'}".formatted(number, digest)),
        body("{'patients':['p'],'marks':[]}"));
  }

  private void noted(String note, int micrograms) {
    packs.take(
        "outside-dose.noted",
        MADE,
        body("{}"),
        body(
            "{'note':'%s','patient':'p','day':'%s','micrograms':%d}"
                .formatted(note, DAY, micrograms)));
  }

  private void told(int number, String digest, boolean taken) {
    packs.written(
        new PackTold(
            false,
            "there",
            number,
            digest,
            List.of(),
            List.of(new PackTold.Dose("t1", "p", DAY, taken, 60_000))));
  }

  private void ordered(int micrograms) {
    orders.take(
        "prescription.signed",
        body("{'prescription':'rx'}"),
        body(
            "{'patient':'p','steps':'%1$s=%2$d','firstDay':'%1$s','lastDay':'%1$s'}"
                .formatted(DAY, micrograms)));
  }

  @Test
  void whatADosePackTellsIsNotedAsItTells() {
    ordered(60_000);
    told(1, "x1", true);
    told(2, "x2", true);
    told(3, "x3", false);
    assertTrue(dosesCome(1, "x1").isPresent(), "nothing is noted");
    noted("there.t1", 50_000);
    assertTrue(dosesCome(2, "x2").isPresent(), "another amount");
    assertEquals(Optional.empty(), dosesCome(3, "x3"), "not given");
    noted("there.t1", 60_000);
    told(4, "x4", true);
    assertEquals(Optional.empty(), dosesCome(4, "x4"));
    assertTrue(dosesCome(4, "x4").isPresent(), "a second time");
  }

  @Test
  void moreThanWasOrderedHoldsThePatient() {
    ordered(59_999);
    told(1, "x1", true);
    noted("there.t1", 60_000);
    assertTrue(dosesCome(1, "x1").isPresent());
    told(2, "x2", true);
    noted("there.t1", 60_000);
    packs.take("hold.placed", MADE, body("{}"), body("{'patient':'p','by':'DOCTOR'}"));
    assertEquals(Optional.empty(), dosesCome(2, "x2"));
  }

  private Optional<String> placed(String by, String lastDay) {
    String last = lastDay.isEmpty() ? "" : ",'lastDay':'" + lastDay + "'";
    return holds.take(
        "hold.placed", body("{'hold':'h','patient':'p','by':'%s'%s}".formatted(by, last)));
  }

  private boolean holdFault(String day) {
    return holds.fault(dose("p", day)).isPresent();
  }

  @Test
  void aPourForWhoIsHeldIsSeenUntilTheHoldIsLifted() {
    assertEquals(Optional.empty(), placed("DOCTOR", ""));
    assertTrue(holdFault(DAY));
    holds.take("hold.lifted", body("{'hold':'another','patient':'p'}"));
    assertTrue(holdFault(DAY), "another hold");
    holds.take("hold.lifted", body("{'hold':'h','patient':'p'}"));
    assertEquals(false, holdFault(DAY));
  }

  @Test
  void theHeadsHoldHasAnEndAndAnAdministrativeOneStopsNothing() {
    assertTrue(placed("HEAD", "").isPresent());
    assertEquals(Optional.empty(), placed("HEAD", "2026-03-03"));
    assertTrue(holdFault("2026-03-03"));
    assertEquals(false, holdFault("2026-03-04"), "the day after its last");
    placed("ADMINISTRATION", "");
    assertEquals(false, holdFault("2026-03-04"));
  }
}
