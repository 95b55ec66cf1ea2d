package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.PersonRecord;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.main.importing.Looked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Faults of files of patients, as other systems had them. */
final class ImportFaults {

  private ImportFaults() {}

  /** Lines that can't be right are left out, and the others are taken in. */
  static Fitting faultyLeftOut() {
    return new Fitting() {
      @Override
      public Looked looked(Looked real) {
        return new Looked(real.file(), real.sha256(), List.of(), real.oddities());
      }
    };
  }

  /** Nobody is told what is odd. */
  static Fitting oddNotTold() {
    return new Fitting() {
      @Override
      public Looked looked(Looked real) {
        return new Looked(real.file(), real.sha256(), real.faults(), Map.of());
      }
    };
  }

  /** The last line of a file is lost. */
  static Fitting lastLineLost() {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return Tampered.facts(real, ImportFaults::withoutTheLast);
      }
    };
  }

  private static List<Fact> withoutTheLast(List<Fact> facts) {
    boolean imports = facts.stream().anyMatch(f -> f instanceof Fact.OrderImported);
    List<Fact> fewer = new ArrayList<>(facts);
    if (imports) {
      fewer.removeLast();
    }
    return fewer;
  }

  /** What an import leaves in the people file when the service dies over it stays there. */
  static Fitting peopleStay() {
    return FingerFaults.people(
        real ->
            new FingerFaults.Same(real) {
              @Override
              public ImportedPeople imports() {
                return new NeverErased(real.imports());
              }
            });
  }

  private record NeverErased(ImportedPeople real) implements ImportedPeople {

    @Override
    public void stage(
        String imported,
        List<Newcomer> newcomers,
        IntConsumer progress,
        Consumer<People.Saved> done) {
      real.stage(imported, newcomers, progress, done);
    }

    @Override
    public void staged(Consumer<Set<String>> reply) {
      real.staged(reply);
    }

    @Override
    public void keep(String imported, Consumer<People.Saved> done) {
      real.keep(imported, done);
    }

    @Override
    public void erase(String imported, Consumer<People.Saved> done) {
      real.keep(imported, done);
    }

    @Override
    public void knownCodes(List<String> codes, Consumer<Set<String>> reply) {
      real.knownCodes(codes, reply);
    }

    @Override
    public void everybody(Consumer<List<Person>> reply) {
      real.everybody(reply);
    }

    @Override
    public void names(List<PatientId> patients, Consumer<Map<PatientId, Person>> reply) {
      real.names(patients, reply);
    }

    @Override
    public void record(PatientId patient, Consumer<Optional<PersonRecord>> reply) {
      real.record(patient, reply);
    }
  }
}
