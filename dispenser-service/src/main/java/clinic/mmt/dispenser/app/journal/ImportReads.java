package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.List;
import java.util.Optional;

/** What the views know of imports. */
public interface ImportReads {

  /** All imports, in the order they were taken in. */
  List<TakenImport> all();

  /** Orders of an import that wait for a signature, in the order of their lines; a long read. */
  List<ImportedOrder> waiting(String imported);

  /** The imported order of a patient that waits for a signature. */
  Optional<ImportedOrder> waiting(PatientId patient);
}
