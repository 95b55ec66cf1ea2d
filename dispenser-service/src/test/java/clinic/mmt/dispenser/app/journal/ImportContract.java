package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of imports. */
abstract class ImportContract extends DegradedContract {

  private static final Fact SIGNED =
      new Fact.ImportSigned("im-1", Facts.PHARMACIST, "ef".repeat(32));

  private void taken(String... patients) {
    append(new Fact.ImportTaken("im-1", patients.length, "ab".repeat(32)));
    for (String patient : patients) {
      append(new Fact.OrderImported(Facts.imported("Rx-" + patient, patient)));
    }
  }

  private Optional<String> prescribed(PatientId patient) {
    return read(reads -> reads.prescription(patient, Facts.DAY)).map(p -> p.id().value());
  }

  @Test
  void anImportedOrderIsNoPrescriptionBeforeItsListIsSigned() throws Exception {
    String patient = Facts.PATIENT.value();
    taken(patient);
    assertEquals(Optional.empty(), prescribed(Facts.PATIENT));
    assertEquals(List.of(), read(reads -> reads.due(Facts.DAY)));
    assertTrue(read(reads -> reads.imports().waiting(Facts.PATIENT)).isPresent());
    append(SIGNED);
    assertEquals(Optional.of("Rx-" + patient), prescribed(Facts.PATIENT));
    assertTrue(read(reads -> reads.imports().waiting(Facts.PATIENT)).isEmpty());
    assertEquals(
        List.of(new TakenImport("im-1", 1, Optional.of(Facts.PHARMACIST))),
        read(reads -> reads.imports().all()));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aStruckOrderNeverBecomesOne() throws Exception {
    taken("P-1", "P-2");
    append(new Fact.OrderStruck(new PrescriptionId("Rx-P-1"), new PatientId("P-1"), "wrong"));
    assertEquals(1, read(reads -> reads.imports().waiting("im-1")).size());
    append(SIGNED);
    assertEquals(Optional.empty(), prescribed(new PatientId("P-1")));
    assertEquals(Optional.of("Rx-P-2"), prescribed(new PatientId("P-2")));
    assertTrue(viewsEqualRebuild(journal));
  }

  /** A doctor who ordered for one patient meanwhile knew more than the list does. */
  @Test
  void anOrderSignedSinceTheImportGoesBeforeTheList() {
    taken(Facts.PATIENT.value());
    append(Facts.prescription("Rx-own", Facts.DAY, Facts.DAY.plusDays(5)));
    append(SIGNED);
    assertEquals(Optional.of("Rx-own"), prescribed(Facts.PATIENT));
  }

  @Test
  void anImportIsTakenAndSignedOnceAndAPatientWaitsOnce() {
    taken("P-1");
    assertEquals(
        new Outcome.Conflict<String>(Constraints.IMPORT_TAKEN_ONCE),
        submitted(new Fact.ImportTaken("im-1", 1, "ab".repeat(32))));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ONE_WAITING_ORDER_PER_PATIENT),
        submitted(new Fact.OrderImported(Facts.imported("Rx-2", "P-1"))));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.ORDER_IMPORTED_ONCE),
        submitted(new Fact.OrderImported(Facts.imported("Rx-P-1", "P-9"))));
    append(SIGNED);
    assertEquals(new Outcome.Conflict<String>(Constraints.IMPORT_SIGNED_ONCE), submitted(SIGNED));
    append(new Fact.OrderImported(Facts.imported("Rx-3", "P-1")));
  }
}
