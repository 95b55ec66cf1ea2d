package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Faults of enrolments and of consent to fingerprints. */
final class FingerFaults {

  private FingerFaults() {}

  /** What was enrolled by two is not deleted, and the answer is that it is. */
  static Fitting templatesKept() {
    Set<PatientId> byTwo = new HashSet<>();
    return people(
        real ->
            new Same(real) {
              @Override
              public void enrol(
                  PatientId patient,
                  Bytes photo,
                  List<StoredFinger> fingers,
                  Consumer<Saved> done) {
                byTwo.add(patient);
                super.enrol(patient, photo, fingers, done);
              }

              @Override
              public void eraseFingers(PatientId patient, Consumer<Saved> done) {
                if (byTwo.contains(patient)) {
                  real.person(patient, person -> done.accept(new Saved.Done()));
                } else {
                  super.eraseFingers(patient, done);
                }
              }
            });
  }

  /** Nobody is shown who has the same finger under another record. */
  static Fitting othersNotSearched() {
    return people(
        real ->
            new Same(real) {
              @Override
              public void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply) {
                reply.accept(List.of());
              }
            });
  }

  static Fitting people(UnaryOperator<People> wrong) {
    return new Fitting() {
      @Override
      public People people(People real) {
        return wrong.apply(real);
      }
    };
  }

  /** The signature of the second person is asked for, and not kept. */
  static Fitting enrolledByOne() {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return Tampered.facts(real, facts -> facts.stream().filter(f -> !isSignature(f)).toList());
      }
    };
  }

  private static boolean isSignature(Fact fact) {
    return fact instanceof Fact.ActSigned act && act.kind().equals(ActKind.ENROLMENT.name());
  }

  /** The people file as it is. */
  static class Same implements People {

    private final People real;

    Same(People real) {
      this.real = real;
    }

    @Override
    public void register(
        PatientId patient,
        Person person,
        List<StoredFinger> fingers,
        List<String> tokens,
        Consumer<Saved> done) {
      real.register(patient, person, fingers, tokens, done);
    }

    @Override
    public void byToken(String token, Consumer<Optional<PatientId>> reply) {
      real.byToken(token, reply);
    }

    @Override
    public void person(PatientId patient, Consumer<Optional<Person>> reply) {
      real.person(patient, reply);
    }

    @Override
    public void fingers(PatientId patient, Consumer<List<StoredFinger>> reply) {
      real.fingers(patient, reply);
    }

    @Override
    public void enrol(
        PatientId patient, Bytes photo, List<StoredFinger> fingers, Consumer<Saved> done) {
      real.enrol(patient, photo, fingers, done);
    }

    @Override
    public void fingersOfOthers(PatientId but, Consumer<List<OwnedFinger>> reply) {
      real.fingersOfOthers(but, reply);
    }

    @Override
    public void eraseFingers(PatientId patient, Consumer<Saved> done) {
      real.eraseFingers(patient, done);
    }

    @Override
    public void erase(PatientId patient, Consumer<Saved> done) {
      real.erase(patient, done);
    }

    @Override
    public void saveStaff(StaffAccount account, Consumer<Saved> done) {
      real.saveStaff(account, done);
    }

    @Override
    public void staffByLogin(String login, Consumer<Optional<StaffAccount>> reply) {
      real.staffByLogin(login, reply);
    }

    @Override
    public void staff(Consumer<List<StaffAccount>> reply) {
      real.staff(reply);
    }

    @Override
    public ImportedPeople imports() {
      return real.imports();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
