package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.identity.Enrolments;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.identity.FingerConsent.Answer;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Enrolments by two, consent to fingerprints and its withdrawal, and second records of one person
 * (R-103, H104). The service may die in the middle; then the two begin anew.
 */
final class Fingers {

  private static final int ANEW_PERMILLE = 50;
  private static final int ALONE_PERMILLE = 500;
  private static final int WITHDRAWN_PERMILLE = 50;
  private static final int TWICE_PERMILLE = 30;
  private static final int DIES_PERMILLE = 150;
  private static final int STEPS_MOST = 60;
  private static final String FORM = "2026-01";
  private static final String WORDS = "two looked: somebody else";

  /** The head of a PNG and a dot. */
  private static final Bytes PHOTO = Bytes.of(HexFormat.of().parseHex("89504e470d0a1a0a00"));

  private final Clinic clinic;
  private final TreeSet<Integer> agreed = new TreeSet<>();

  /** After how many steps of the process it dies. */
  private Optional<Integer> dies = Optional.empty();

  Fingers(Clinic clinic) {
    this.clinic = clinic;
  }

  /** The dice say what is to be done before the first patient comes. */
  void begin(int day) {
    Dice dice = clinic.dice(25, day);
    if (clinic.happens(dice, FaultKind.ENROLLED_ANEW, ANEW_PERMILLE)) {
      clinic.register().ordinary(dice).ifPresent(number -> anew(number, dice));
    }
    if (clinic.happens(dice, FaultKind.CONSENT_WITHDRAWN, WITHDRAWN_PERMILLE)
        && !agreed.isEmpty()) {
      mayDie(dice);
      withdraws(agreed.stream().skip(dice.between(0, agreed.size() - 1)).findFirst().orElseThrow());
    }
    if (clinic.happens(dice, FaultKind.RECORD_TWICE, TWICE_PERMILLE)) {
      clinic.register().ordinary(dice).ifPresent(this::twice);
    }
  }

  /** The service dies within the next steps, once. */
  private void mayDie(Dice dice) {
    if (clinic.happens(dice, FaultKind.PROCESS_DIES, DIES_PERMILLE)) {
      dies = Optional.of(dice.between(0, STEPS_MOST));
      clinic
          .errands()
          .add(
              (p, done) -> {
                dies.ifPresent(steps -> dies(p, steps));
                done.accept(true);
              });
    }
  }

  private void dies(Process p, int steps) {
    dies = Optional.empty();
    clinic.counts.reached(FaultKind.PROCESS_DIES);
    p.life.burn(steps);
  }

  private void anew(int number, Dice dice) {
    boolean alone = clinic.happens(dice, FaultKind.ENROLLED_ALONE, ALONE_PERMILLE);
    clinic.errands().add((p, done) -> says(p, clinic.patient(number), Answer.GIVEN, done));
    mayDie(dice);
    clinic
        .errands()
        .add(
            (p, done) ->
                new Enrolling(p, number, done)
                    .begin(Visit.card(number), clinic.patient(number), all -> all.complete(alone)));
  }

  private void says(Process p, PatientId patient, Answer answer, Consumer<Boolean> done) {
    p.consents.note(
        p.session(Staff.PHARMACIST), patient, answer, FORM, clinic.errands().heard(done));
  }

  private void withdraws(int number) {
    agreed.remove(number);
    clinic
        .errands()
        .add(
            (p, done) ->
                p.consents.note(
                    p.session(Staff.PHARMACIST),
                    clinic.patient(number),
                    Answer.WITHDRAWN,
                    FORM,
                    clinic
                        .errands()
                        .heard(
                            yes -> {
                              clinic.counts.reached(FaultKind.CONSENT_WITHDRAWN);
                              done.accept(true);
                            },
                            no -> done.accept(true),
                            done)));
  }

  /**
   * Somebody registers a patient a second time, and the two who enrol are shown the first record.
   */
  private void twice(int number) {
    int other = clinic.newcomers().next();
    clinic.errands().add((p, done) -> clinic.newcomers().record(p, other, done));
    clinic.errands().add((p, done) -> says(p, clinic.patient(other), Answer.GIVEN, done));
    clinic
        .errands()
        .add(
            (p, done) ->
                new Enrolling(p, number, done)
                    .begin(
                        Visit.card(other),
                        clinic.patient(other),
                        all -> all.found(clinic.patient(number))));
  }

  /** One enrolment, from the card to its end. */
  private final class Enrolling {

    private final Process p;
    private final int number;
    private final Station station;
    private final Consumer<Boolean> done;
    private String id = "";

    /** With the fingers of this patient. */
    Enrolling(Process p, int number, Consumer<Boolean> done) {
      this.p = p;
      this.number = number;
      this.station = clinic.stations.getFirst();
      this.done =
          all -> {
            clinic.stations.getFirst().reader.finger(Optional.empty());
            done.accept(all);
          };
    }

    void begin(String card, PatientId patient, Consumer<Enrolling> then) {
      station.reader.finger(Optional.of("finger-" + number));
      p.enrolments.begin(
          p.session(Staff.PHARMACIST),
          patient,
          card,
          heard(
              draft -> {
                id = draft;
                p.enrolments.photo(
                    p.session(Staff.PHARMACIST),
                    id,
                    PHOTO,
                    heard(yes -> finger(1, () -> finger(2, () -> then.accept(this)))));
              }));
    }

    private void finger(int finger, Runnable then) {
      p.enrolments.finger(
          p.session(Staff.PHARMACIST), id, finger, p.post(0).devices, heard(score -> then.run()));
    }

    /** What is refused here is not begun again on this day. */
    private <T> Consumer<Answered<T>> heard(Consumer<T> yes) {
      return clinic.errands().heard(yes, no -> done.accept(true), done);
    }

    private void lookUp(Consumer<List<Enrolments.Found>> then) {
      p.enrolments.lookUp(p.session(Staff.PHARMACIST), id, p.post(0).devices, heard(then));
    }

    /** Nobody else is this person; one may want to end it without the other. */
    void complete(boolean alone) {
      lookUp(
          found -> {
            if (alone) {
              p.enrolments.complete(
                  p.session(Staff.PHARMACIST),
                  id,
                  WORDS,
                  Optional.empty(),
                  clinic.errands().heard(yes -> done.accept(true), this::notAlone, done));
            } else {
              byTwo();
            }
          });
    }

    private void notAlone(Refusal refusal) {
      if (refusal.code().equals("second-signature-needed")) {
        clinic.counts.reached(FaultKind.ENROLLED_ALONE);
        byTwo();
      } else {
        done.accept(true);
      }
    }

    private void byTwo() {
      Optional<Signature> second =
          p.enrolments
              .digest(p.session(Staff.PHARMACIST), id, WORDS)
              .map(digest -> HomeDoses.second(p, Staff.WATCHER, digest));
      p.enrolments.complete(
          p.session(Staff.PHARMACIST),
          id,
          WORDS,
          second,
          heard(
              yes -> {
                clinic.counts.reached(FaultKind.ENROLLED_ANEW);
                agreed.add(number);
                done.accept(true);
              }));
    }

    /** The first record is used, and this enrolment is left. */
    void found(PatientId first) {
      lookUp(
          found -> {
            if (found.stream().anyMatch(f -> f.byFinger() && f.patient().equals(first))) {
              clinic.counts.reached(FaultKind.RECORD_TWICE);
            } else {
              clinic.judge.office().overlooked(first.value());
            }
            done.accept(true);
          });
    }
  }
}
