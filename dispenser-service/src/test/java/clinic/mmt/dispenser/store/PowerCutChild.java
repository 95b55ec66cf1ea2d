package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.People;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * The process whose system calls the power-cut rig records: it registers persons and patients, and
 * says each answer on stdout with one system call, so that the answers have a place in the order.
 * Arguments: data folder, {@code FULL} or {@code NORMAL}, appends of a round, rounds.
 */
public final class PowerCutChild {

  private static final int WAITING_MAX = 8;

  /** Each so many patients one has a row in the people file too. */
  private static final int PERSON_EACH = 10;

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private PowerCutChild() {}

  public static void main(String[] arguments) throws Exception {
    int appends = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    for (int round = 0; round < rounds; round++) {
      try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
          SqliteJournal journal = SqliteJournal.open(folder.ledger(), new SecureSalts());
          PeopleStore people = PeopleStore.open(folder.people(), folder.peopleKey())) {
        if (arguments[1].equals("NORMAL")) {
          // The planted fault: what the product must never run with.
          journal.maintain(ledger -> ledger.db().exec("PRAGMA synchronous=NORMAL")).get();
        }
        fill(journal, people, round * appends, appends);
      }
    }
  }

  private static void fill(SqliteJournal journal, PeopleStore people, int from, int appends)
      throws Exception {
    Semaphore waiting = new Semaphore(WAITING_MAX);
    for (int i = from; i < from + appends; i++) {
      PatientId patient = new PatientId("P-" + i);
      if (i % PERSON_EACH == 0) {
        register(people, patient);
      }
      waiting.acquire();
      var fact = Facts.patient(patient.value());
      journal.transact(
          new Transaction<>("S-01", Facts.MORNING, reads -> Decision.accept(List.of(fact), "ok")),
          outcome -> {
            say("entry " + (outcome instanceof Outcome.Done<String> done ? done.head() : 0));
            waiting.release();
          });
    }
    waiting.acquire(WAITING_MAX);
  }

  private static void register(PeopleStore people, PatientId patient) {
    CompletableFuture<People.Saved> saved = new CompletableFuture<>();
    people.register(
        patient,
        new Person("Nguyễn-Thử", "Văn " + patient.value(), 1987, Bytes.utf8("PNG")),
        List.of(),
        List.of("04" + patient.value()),
        saved::complete);
    if (saved.join() instanceof People.Saved.Done) {
      say("person " + patient.value());
    }
  }

  private static void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
