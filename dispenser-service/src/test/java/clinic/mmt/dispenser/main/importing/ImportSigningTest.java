package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.PrintedList;
import clinic.mmt.dispenser.app.journal.Decision.Accept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.Verdict;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.store.PeopleStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** nobody is dosed by an import before a doctor has signed exactly the printed list. */
class ImportSigningTest {

  private static final StationId STATION = new StationId("s1");

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private PeopleStore people;

  @SuppressWarnings("NullAway.Init")
  private ImportClinic clinic;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new ImportClinic(people);
  }

  @AfterEach
  void close() {
    people.close();
  }

  private ImportList imported(List<Map<Column, String>> lines) {
    return clinic.list(UseCases.yes(clinic.apply(lines)));
  }

  private static PatientId patient(ImportList list, int row) {
    return list.rows().get(row).order().patient();
  }

  private String refusedAtTheCounter(PatientId patient) {
    Entitlement entitlement = new Entitlement(clinic.cases.house);
    return clinic
        .cases
        .house
        .journal()
        .look(
            reads ->
                entitlement.now(reads, patient, DosePart.WHOLE, STATION)
                        instanceof Entitlement.Answer.No no
                    ? no.refusal().code()
                    : "");
  }

  private Optional<Prescription> prescribed(PatientId patient) {
    return clinic
        .cases
        .house
        .journal()
        .look(reads -> reads.prescription(patient, ImportClinic.TODAY));
  }

  private Verdict verdict(PatientId patient) {
    Entitlement entitlement = new Entitlement(clinic.cases.house);
    return clinic
        .cases
        .house
        .journal()
        .look(
            reads ->
                entitlement.verdict(
                    reads, reads.prescription(patient, ImportClinic.TODAY).orElseThrow()));
  }

  private static String codes(Verdict verdict) {
    return verdict.reasons().stream().map(r -> r.code().code()).collect(Collectors.joining(","));
  }

  @Test
  void untilTheListIsSignedTheCounterRefusesInBothLanguagesWithAWayOn() {
    ImportList list = imported(ImportClinic.lines(3));
    PatientId patient = patient(list, 0);
    assertEquals("imported-not-signed", refusedAtTheCounter(patient));
    var refusal =
        clinic.cases.house.journal().look(reads -> Entitlement.noPrescription(reads, patient));
    assertEquals("R-129", refusal.rule());
    assertTrue(refusal.vietnamese().orElseThrow().text().contains("chưa ký"));
    assertFalse(refusal.vietnamese().orElseThrow().liftedBy().isEmpty());
    assertEquals(
        "", UseCases.refused(clinic.sign(ImportClinic.DOCTOR, list, Optional.empty())).orElse(""));
    assertEquals("no-bottle-mounted", refusedAtTheCounter(patient), "the rules let it through");
    assertEquals(Decision.DISPENSE, verdict(patient).decision());
  }

  @Test
  void onlyAPrescriberSigns() {
    ImportList list = imported(ImportClinic.lines(2));
    assertEquals(
        Optional.of("not-your-function"),
        UseCases.refused(clinic.sign(ImportClinic.NURSE, list, Optional.empty())));
    assertEquals(Optional.empty(), prescribed(patient(list, 0)));
    assertEquals(
        Optional.of("not-your-function"),
        UseCases.refused(
            UseCases.<Answered<ImportList>>ask(
                reply -> clinic.signing.list(ImportClinic.NURSE, list.imported(), reply))));
  }

  /** an imported order is prescribed by who signs it. */
  @Test
  void onlyAPrescriberWhoseCertificateHoldsSigns() {
    ImportList list = imported(ImportClinic.lines(2));
    certificate(ImportClinic.TODAY.minusDays(1));
    assertEquals(
        Optional.of("certificate-expired"),
        UseCases.refused(clinic.sign(ImportClinic.DOCTOR, list, Optional.empty())));
    certificate(ImportClinic.TODAY);
    UseCases.yes(clinic.sign(ImportClinic.DOCTOR, list, Optional.empty()));
  }

  private void certificate(LocalDate until) {
    Certificate noted =
        new Certificate(
            until.toString(),
            ImportClinic.DOCTOR.staff(),
            Role.PRESCRIBER,
            "CC 1",
            until,
            Optional.empty());
    UseCases.<Outcome<Boolean>>ask(
        reply ->
            clinic
                .cases
                .house
                .journal()
                .transact(
                    new Transaction<>(
                        "head",
                        clinic.cases.now.get(),
                        reads ->
                            new Accept<>(
                                List.of(new OversightFact.CertificateNoted(noted)),
                                true,
                                Optional.empty())),
                    reply));
  }

  /**
   * What was printed is what is signed: a line struck or a name erased since makes another list.
   */
  @Test
  void aListThatChangedSinceItWasPrintedIsRefused() {
    ImportList printed = imported(ImportClinic.lines(3));
    PatientId wrong = patient(printed, 1);
    UseCases.yes(
        UseCases.<Answered<String>>ask(
            reply -> clinic.signing.strike(ImportClinic.DOCTOR, wrong, "another dose", reply)));
    assertEquals(
        Optional.of("list-changed"),
        UseCases.refused(clinic.sign(ImportClinic.DOCTOR, printed, Optional.empty())));
    ImportList again = clinic.list(printed.imported());
    assertEquals(2, again.rows().size());
    UseCases.ask(reply -> people.erase(patient(printed, 0), reply::accept));
    assertEquals(
        Optional.of("list-changed"),
        UseCases.refused(clinic.sign(ImportClinic.DOCTOR, again, Optional.empty())));
    UseCases.yes(
        clinic.sign(ImportClinic.DOCTOR, clinic.list(printed.imported()), Optional.empty()));
    assertTrue(prescribed(patient(printed, 2)).isPresent());
    assertEquals(Optional.empty(), prescribed(wrong));
    assertEquals(
        Optional.of("no-such-import"),
        UseCases.refused(
            clinic.sign(ImportClinic.DOCTOR, clinic.list(printed.imported()), Optional.empty())),
        "signed once");
  }

  @Test
  void onlyAPrescriberStrikesAndOnlyWhatWaits() {
    ImportList list = imported(ImportClinic.lines(1));
    assertEquals(
        Optional.of("not-your-function"),
        UseCases.refused(
            UseCases.<Answered<String>>ask(
                r -> clinic.signing.strike(ImportClinic.PHARMACIST, patient(list, 0), "x", r))));
    assertEquals(
        Optional.of("nothing-imported-waits"),
        UseCases.refused(
            UseCases.<Answered<String>>ask(
                r -> clinic.signing.strike(ImportClinic.DOCTOR, new PatientId("p"), "x", r))));
  }

  private static List<Map<Column, String>> with(Column column, String value) {
    List<Map<Column, String>> lines = ImportClinic.lines(2);
    lines.get(1).put(column, value);
    return lines;
  }

  private static List<Map<Column, String>> dosed(String dose) {
    List<Map<Column, String>> lines = with(Column.DOSE, dose);
    lines.get(1).put(Column.LAST_DOSE, dose);
    return lines;
  }

  /** above the ceiling two sign, and then it is poured. */
  @Test
  void aListWithADoseAboveTheCeilingNeedsTwo() {
    assertFalse(imported(dosed("200 mg")).needsSecond(), "the control: at the ceiling");
    ImportClinic other = clinic;
    ImportList list = other.list(UseCases.yes(other.apply(renamed(dosed("201 mg")))));
    assertTrue(list.needsSecond());
    assertEquals(
        Optional.of("list-over-limits"),
        UseCases.refused(clinic.sign(ImportClinic.DOCTOR, list, Optional.empty())));
    assertEquals(
        Optional.of("list-over-limits"),
        UseCases.refused(
            clinic.sign(
                ImportClinic.DOCTOR, list, Optional.of(clinic.second(ImportClinic.NURSE, list)))),
        "a dispenser is no second prescriber or pharmacist");
    UseCases.yes(
        clinic.sign(
            ImportClinic.DOCTOR, list, Optional.of(clinic.second(ImportClinic.PHARMACIST, list))));
    assertEquals(Decision.DISPENSE, verdict(patient(list, 1)).decision());
    assertTrue(codes(verdict(patient(list, 1))).contains("signed-over-limits"));
  }

  /** Codes of their own, so that a second file of the same people can be taken in. */
  private static List<Map<Column, String>> renamed(List<Map<Column, String>> lines) {
    lines.forEach(line -> line.merge(Column.CODE, "b", (a, b) -> a + b));
    return lines;
  }

  /** nobody confirmed the last dose, so it is a new start, whoever signs the list. */
  @Test
  void anUnconfirmedLastDoseMakesANewStartAlsoAfterTwoHaveSignedTheList() {
    List<Map<Column, String>> lines = with(Column.CONFIRMED_BY, "");
    lines.get(1).put(Column.CONFIRMED_HOW, "");
    ImportList list = imported(lines);
    assertTrue(list.needsSecond());
    UseCases.yes(
        clinic.sign(
            ImportClinic.DOCTOR, list, Optional.of(clinic.second(ImportClinic.PHARMACIST, list))));
    Verdict verdict = verdict(patient(list, 1));
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
    assertTrue(codes(verdict).contains("new-start"), codes(verdict));
    assertTrue(codes(verdict).contains("first-dose-high"), codes(verdict));
    assertEquals(Decision.DISPENSE, verdict(patient(list, 0)).decision(), "the control");
  }

  /** a signature under a list is no look at one absence. */
  @Test
  void signingAListSettlesNoAbsence() {
    ImportList list =
        imported(with(Column.LAST_DOSE_DAY, ImportClinic.TODAY.minusDays(5).toString()));
    UseCases.yes(clinic.sign(ImportClinic.DOCTOR, list, Optional.empty()));
    Verdict four = verdict(patient(list, 1));
    assertEquals(Decision.NEEDS_DOCTOR, four.decision());
    assertTrue(codes(four).contains("missed-reduced"), codes(four));
    ImportList three =
        clinic.list(
            UseCases.yes(
                clinic.apply(
                    renamed(
                        with(Column.LAST_DOSE_DAY, ImportClinic.TODAY.minusDays(4).toString())))));
    UseCases.yes(clinic.sign(ImportClinic.DOCTOR, three, Optional.empty()));
    assertEquals(Decision.DISPENSE, verdict(patient(three, 1)).decision(), "three days are full");
  }

  @Test
  void thePrintedListHasEveryLineTotalsBothLanguagesAndTheDigestAndNoCode() {
    ImportList list = imported(ImportClinic.lines(60));
    String html = PrintedList.html(list, "2026-11-21");
    assertEquals(3, html.split("<h2>Tờ / sheet ", -1).length - 1);
    assertEquals(6, html.split(list.digest(), -1).length, "head, three sheets, end");
    for (ImportList.Row row : list.rows()) {
      assertTrue(html.contains(row.person().orElseThrow().givenName()));
    }
    String milligrams = list.total().micrograms() / 1000 + " mg";
    assertTrue(html.contains(milligrams));
    assertFalse(html.contains("000D0000"), "the clinic's codes are never printed");
    assertTrue(html.contains("Bác sĩ kê đơn / prescriber"));
    assertFalse(html.contains("<script"));
  }
}
