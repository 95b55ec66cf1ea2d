package clinic.mmt.dispenser.domain.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reports of a site rest on has a form that is checked when it is noted. */
class RecordFormsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final PatientId PATIENT = new PatientId("P-1");
  private static final StaffId STAFF = new StaffId("S-1");

  @Test
  void aCommuneIsEightDigits() {
    assertEquals("00000009", new Residence(PATIENT, DAY, "00000009", STAFF).commune());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0000000", "000000000", "0000000a", "0000000/", "0000000:", "٠0000000"})
  void anythingElseIsNoCommune(String commune) {
    assertThrows(IllegalArgumentException.class, () -> new Residence(PATIENT, DAY, commune, STAFF));
  }

  @Test
  void aQuotaIsNoneOrMore() {
    assertEquals(0, new SiteQuota("1", DAY, 0, "QĐ 1", STAFF).patients());
    assertThrows(IllegalArgumentException.class, () -> new SiteQuota("1", DAY, -1, "QĐ 1", STAFF));
  }

  @Test
  void aTestLooksForSomething() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new UrineResult("U-1", PATIENT, DAY, Map.of(), "", STAFF));
    UrineResult one =
        new UrineResult(
            "U-1",
            PATIENT,
            DAY,
            Map.of(UrineResult.Substance.METHADONE, UrineResult.Found.POSITIVE),
            "",
            STAFF);
    assertEquals(1, one.found().size());
  }
}
