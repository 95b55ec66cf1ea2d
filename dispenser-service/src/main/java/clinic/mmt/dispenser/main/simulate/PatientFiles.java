package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.people.ImportedPeople;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.main.importing.Looked;
import clinic.mmt.dispenser.main.importing.Taking;
import clinic.mmt.dispenser.main.importing.Told;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.judge.FileTold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Files of new patients in the middle of the year: looked at, corrected, taken in all or none, and
 * signed the next day ({@link FileLists}); then who is in them comes for some days (R-129, H103).
 */
final class PatientFiles {

  private static final int PERMILLE = 45;
  private static final int FAULTY_PERMILLE = 700;
  private static final int ODD_PERMILLE = 700;
  private static final int INTERRUPTED_PERMILLE = 400;
  private static final int COMES_PERMILLE = 500;
  private static final int PEOPLE_LEAST = 3;
  private static final int PEOPLE_MOST = 5;
  private static final int DAYS_MOST = 5;

  /** Ten times so much is above the ceiling or not, and always within what a file may say. */
  private static final int SMALL_DOSES = 4;

  private static final int SMALLEST = 20;
  private static final int STEP = 5;

  /** The write of a few people takes seven tenths of a millisecond, and its answer a moment. */
  private static final int DIES_WITHIN_MICROS = 1_200;

  /** A file, and how far the clinic is with it. */
  static final class Taken {
    final PatientFile file;
    final Dice dice;
    final int day;
    final int last;

    /** Who came with it, and comes. */
    final Set<Integer> coming = new TreeSet<>();

    /** Its id, when it is taken in. */
    Optional<String> imported = Optional.empty();

    /** The digest of its list as it was printed first. */
    Optional<String> printed = Optional.empty();

    boolean interrupted;

    Taken(PatientFile file, Dice dice, int day) {
      this.file = file;
      this.dice = dice;
      this.day = day;
      this.last = day + dice.between(2, DAYS_MOST);
    }
  }

  private final Clinic clinic;
  private final FileLists lists;
  private final List<Taken> files = new ArrayList<>();
  private final Set<String> read = new HashSet<>();
  private int today;

  PatientFiles(Clinic clinic) {
    this.clinic = clinic;
    this.lists = new FileLists(clinic);
  }

  /** The lists of yesterday are signed; the dice say whether another file comes. */
  void begin(int day) {
    today = day;
    files.removeIf(taken -> taken.last < day);
    files.stream().filter(taken -> taken.day == day - 1).forEach(lists::sign);
    Dice dice = clinic.dice(41, day);
    if (clinic.happens(dice, FaultKind.FILE_TAKEN, PERMILLE)) {
      Taken taken = new Taken(file(dice), dice, day);
      files.add(taken);
      comes(taken);
    }
  }

  private PatientFile file(Dice dice) {
    List<PatientFile.Line> lines = new ArrayList<>();
    int people = dice.between(PEOPLE_LEAST, PEOPLE_MOST);
    boolean odd = clinic.happens(dice, FaultKind.FILE_UNREAD, ODD_PERMILLE);
    int oddAt = odd ? dice.between(1, people - 1) : people;
    for (int i = 0; i < people; i++) {
      int number = clinic.newcomers().next();
      clinic.register().milligrams(number, SMALLEST + STEP * dice.between(0, SMALL_DOSES));
      PatientFile.Flaw flaw = PatientFile.Flaw.NONE;
      if (i == oddAt) {
        flaw = PatientFile.Flaw.ODD.get(dice.between(0, PatientFile.Flaw.ODD.size() - 1));
      }
      lines.add(new PatientFile.Line(number, clinic.register().usual(number), flaw));
    }
    int known = clinic.register().ordinary(dice).orElseGet(() -> clinic.register().neighbour(-1));
    return new PatientFile(lines, Visit.card(known));
  }

  private void comes(Taken taken) {
    if (clinic.happens(taken.dice, FaultKind.FILE_FAULTY, FAULTY_PERMILLE)) {
      PatientFile spoilt = taken.file.spoilt(taken.dice);
      clinic.errands().add((p, done) -> notTaken(p, spoilt, true, done));
    }
    if (!taken.file.with(PatientFile.Flaw.ODD).isEmpty()) {
      clinic.errands().add((p, done) -> notTaken(p, taken.file, false, done));
    }
    boolean dies = clinic.happens(taken.dice, FaultKind.FILE_INTERRUPTED, INTERRUPTED_PERMILLE);
    long within = taken.dice.between(0, DIES_WITHIN_MICROS) * 1000L;
    clinic
        .errands()
        .add(
            (p, done) -> {
              if (dies && !taken.interrupted) {
                taken.interrupted = true;
                clinic.counts.reached(FaultKind.FILE_INTERRUPTED);
                clinic.time.after(clinic.world, within, clinic::die);
              }
              take(p, taken, done);
            });
    clinic.errands().add((p, done) -> given(p, taken, taken.file.lines(), done));
  }

  /** Everybody who comes today; some come before the list is signed. */
  void coming(IntConsumer each) {
    for (Taken taken : files) {
      boolean signed = taken.day < today;
      if (signed || clinic.happens(taken.dice, FaultKind.FILE_COMES_UNSIGNED, COMES_PERMILLE)) {
        taken.coming.stream().limit(signed ? PEOPLE_MOST : 1).forEach(each::accept);
      }
    }
  }

  /** Whether this patient is in a file whose list a doctor has still to read; goes home then. */
  boolean waits(int number) {
    boolean waits =
        files.stream().anyMatch(taken -> taken.day == today && taken.coming.contains(number));
    if (waits) {
      clinic.counts.reached(FaultKind.FILE_COMES_UNSIGNED);
    }
    return waits;
  }

  /** Whether somebody reads the list of this import line by line. */
  boolean isRead(String imported) {
    return read.contains(imported);
  }

  /** Looks at a file as the command does, and tells the judge what is in it and what is seen. */
  private void look(Process p, PatientFile file, Consumer<Looked> then) {
    LocalDate day = p.house.calendar().today();
    byte[] bytes = file.bytes(day);
    ImportedPeople people = p.house.people().imports();
    people.knownCodes(
        Looked.codes(bytes),
        codes ->
            people.everybody(
                everybody -> {
                  Looked looked =
                      clinic.looked(
                          Looked.of(
                              bytes,
                              p.house.rules().on(day).profile(),
                              new Looked.InCare(codes, everybody),
                              day));
                  told(file, looked);
                  then.accept(looked);
                }));
  }

  private void told(PatientFile file, Looked looked) {
    clinic
        .judge
        .office()
        .fileLooked(
            new FileTold(
                looked.sha256(),
                file.with(PatientFile.Flaw.WRONG),
                file.with(PatientFile.Flaw.ODD),
                file.right()),
            looked.faults().stream().map(Told::line).collect(Collectors.toSet()),
            looked.oddLines());
  }

  /** A file that may not be taken in yet; the judge sees when it is. */
  private void notTaken(Process p, PatientFile file, boolean faulty, Consumer<Boolean> done) {
    look(
        p,
        file,
        looked -> {
          Optional<String> read = faulty ? Optional.of(looked.check()) : Optional.empty();
          switch (looked.taking(read)) {
            case Taking.Faulty no -> {
              clinic.counts.reached(FaultKind.FILE_FAULTY);
              done.accept(true);
            }
            case Taking.Unread no -> {
              clinic.counts.reached(FaultKind.FILE_UNREAD);
              done.accept(true);
            }
            case Taking.Ready(Importing.File all) ->
                p.importing.apply(all, written -> {}, clinic.errands().heard(done));
          }
        });
  }

  /** Unless its first person is there already: then an answer got lost. */
  private void take(Process p, Taken taken, Consumer<Boolean> done) {
    p.house
        .people()
        .byToken(
            Visit.card(taken.file.lines().getFirst().number()),
            there -> {
              if (there.isPresent()) {
                done.accept(true);
              } else {
                look(p, taken.file, looked -> take(p, looked, done));
              }
            });
  }

  private void take(Process p, Looked looked, Consumer<Boolean> done) {
    switch (looked.taking(Optional.of(looked.check()))) {
      case Taking.Ready(Importing.File all) ->
          p.importing.apply(all, written -> {}, clinic.errands().heard(done));
      case Taking.Faulty no -> {
        clinic.judge.stuck("", "a good file of patients is not taken in");
        done.accept(true);
      }
      case Taking.Unread no -> {
        clinic.judge.stuck("", "a page of outliers that was read counts as unread");
        done.accept(true);
      }
    }
  }

  /** Everybody of the file is known by the card; whoever is no twin comes. */
  private void given(Process p, Taken taken, List<PatientFile.Line> left, Consumer<Boolean> done) {
    if (left.isEmpty()) {
      found(p, taken, done);
      return;
    }
    PatientFile.Line line = left.getFirst();
    p.house
        .people()
        .byToken(
            Visit.card(line.number()),
            there -> {
              there.ifPresent(id -> known(taken, line, id));
              given(p, taken, left.subList(1, left.size()), done);
            });
  }

  private void known(Taken taken, PatientFile.Line line, PatientId id) {
    clinic.register().add(line.number(), id);
    clinic.fingersOf(id, List.of(Register.finger(line.number())));
    if (line.flaw() != PatientFile.Flaw.TWIN) {
      taken.coming.add(line.number());
    }
  }

  /** The ledger says which import they came with. */
  private void found(Process p, Taken taken, Consumer<Boolean> done) {
    if (!clinic.quiet()) {
      done.accept(false);
      return;
    }
    PatientId first = clinic.patient(taken.file.lines().getFirst().number());
    taken.imported =
        p.house
            .journal()
            .look(reads -> reads.imports().waiting(first))
            .map(order -> order.imported());
    taken.imported.ifPresent(read::add);
    clinic.counts.reached(FaultKind.FILE_TAKEN);
    done.accept(true);
  }
}
