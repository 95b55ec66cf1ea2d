package clinic.mmt.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the judge makes of who left, of numbers at the door, certificates and imported orders. */
class ComingsTest {

  private final Comings comings = new Comings();
  private final Orders orders = new Orders();

  private static Body body(String json) {
    return Body.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> take(String kind, String open, String secret) {
    orders.take(kind, body(open), body(secret));
    return comings.take(kind, body(open), body(secret));
  }

  private boolean signs(String day) {
    return take(
            "prescription.signed",
            "{'prescription':'rx','prescriber':'u1'}",
            "{'patient':'p','steps':'2026-03-01=10000','firstDay':'2026-03-01',"
                + "'lastDay':'2026-03-30','signedDay':'%s'}".formatted(day))
        .isEmpty();
  }

  private void certificate(String id, String until) {
    take(
        "certificate.noted",
        "{'certificate':'%s','staff':'u1','role':'PRESCRIBER'}".formatted(id),
        "{'label':'x','until':'%s'}".formatted(until));
  }

  @Test
  void whoLeftIsAwayUntilAdmittedAgain() {
    assertEquals(Optional.empty(), comings.away("p"));
    take("patient.left", "{}", "{'patient':'p','day':'2026-03-02'}");
    assertTrue(comings.away("p").isPresent());
    assertEquals(Optional.empty(), comings.away("q"), "control: somebody else");
    take("patient.admitted", "{}", "{'patient':'p','day':'2026-03-02'}");
    assertEquals(Optional.empty(), comings.away("p"));
  }

  @Test
  void aCertificateHoldsOnItsLastDayAndWithItsExtension() {
    assertTrue(signs("2026-03-02"), "none is noted");
    certificate("c1", "2026-03-02");
    assertTrue(signs("2026-03-02"));
    assertEquals(false, signs("2026-03-03"));
    take("certificate.extended", "{'certificate':'c1'}", "{'until':'2026-03-09'}");
    assertTrue(signs("2026-03-09"));
    certificate("c1", "2026-03-02");
    assertTrue(signs("2026-03-09"), "the same paper keeps its extension");
    assertEquals(false, signs("2026-03-10"));
    certificate("c2", "2027-03-02");
    assertTrue(signs("2026-03-10"), "another paper");
  }

  private boolean arrives(String patient, int number) {
    return take(
            "patient.arrived",
            "{}",
            "{'patient':'%s','day':'2026-03-02','sitting':1,'number':%d}"
                .formatted(patient, number))
        .isEmpty();
  }

  @Test
  void aNumberIsOnePatientsAndAPatientHasOne() {
    assertTrue(arrives("p", 1));
    assertTrue(arrives("q", 2));
    assertEquals(false, arrives("r", 2), "a number twice");
    assertEquals(false, arrives("p", 3), "a patient twice");
    comings.dayEnds();
    assertTrue(arrives("p", 2), "another day");
  }

  private Optional<String> poured(String prescription) {
    take(
        "bottle.mounted",
        "{'station':'s','bottle':'b','batch':'l','concentrationMicrogramsPerMillilitre':10000}",
        "");
    return orders.fault(
        "s",
        body(
            ("{'patient':'p','day':'2026-03-02','part':1,'order':{'prescription':'%s',"
                    + "'doseMicrograms':10000,'volumeMicrolitres':1000,'bottle':'b','batch':'l'}}")
                .formatted(prescription)));
  }

  private void imported() {
    take(
        "order.imported",
        "{'import':'im','order':'rx-im'}",
        "{'patient':'p','line':1,'stage':'MAINTENANCE','doseMicrograms':10000,"
            + "'firstDay':'2026-03-01','lastDay':'2026-03-30','knownUntil':'2026-03-01'}");
  }

  @Test
  void anImportedOrderHoldsFromTheSignatureUnderItsListOn() {
    imported();
    assertTrue(poured("rx-im").isPresent());
    take("import.signed", "{'import':'im','prescriber':'u1'}", "");
    assertEquals(Optional.empty(), poured("rx-im"));
  }

  @Test
  void whatWasStruckOffTheListNeverHolds() {
    imported();
    take("order.struck", "{'order':'rx-im'}", "{'patient':'p'}");
    take("import.signed", "{'import':'im','prescriber':'u1'}", "");
    assertTrue(poured("rx-im").isPresent());
  }

  @Test
  void anOrderOfItsOwnSignedBetweenGoesBeforeTheImportedOne() {
    imported();
    signs("2026-03-02");
    take("import.signed", "{'import':'im','prescriber':'u1'}", "");
    assertTrue(poured("rx-im").isPresent());
    assertEquals(Optional.empty(), poured("rx"));
  }
}
