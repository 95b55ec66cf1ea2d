package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The part of {@link PeopleTables} that enrolments need. */
final class FactorTables {

  private final PeopleTables tables;

  FactorTables(PeopleTables tables) {
    this.tables = tables;
  }

  void enrol(PatientId patient, Bytes photo, List<StoredFinger> fingers) throws SQLException {
    tables.db().exec("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      tables.replace(patient, photo, fingers);
      tables.db().exec("COMMIT");
      done = true;
    } finally {
      if (!done) {
        tables.db().exec("ROLLBACK");
      }
    }
  }

  List<People.OwnedFinger> fingersOfOthers(PatientId but) throws SQLException {
    List<People.OwnedFinger> all = new ArrayList<>();
    for (PatientId patient :
        tables
            .db()
            .list(
                "SELECT DISTINCT patient FROM finger WHERE patient <> ? ORDER BY patient",
                row -> new PatientId(row.getString(1)),
                but.value())) {
      for (StoredFinger finger : tables.fingers(patient)) {
        all.add(new People.OwnedFinger(patient, finger));
      }
    }
    return all;
  }
}
