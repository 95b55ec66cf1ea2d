package clinic.mmt.dispenser.app.journal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.JournalContract;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The journal in memory keeps the contract and can lose an unsynced batch. */
class MemoryJournalTest extends JournalContract {

  private MemoryDisk disk = new MemoryDisk();
  private final HeldExecutor executor = new HeldExecutor();

  /** Runs tasks on the caller's thread, or keeps them. */
  private static final class HeldExecutor implements java.util.concurrent.Executor {
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    @Override
    public void execute(Runnable task) {
      if (holding) {
        held.add(task);
      } else {
        task.run();
      }
    }

    void hold() {
      holding = true;
    }

    void release() {
      holding = false;
      while (!held.isEmpty()) {
        held.poll().run();
      }
    }

    void runOne() {
      held.remove().run();
    }
  }

  @Override
  protected Journal open() {
    disk = new MemoryDisk();
    return reopen();
  }

  @Override
  protected MemoryJournal reopen() {
    return new MemoryJournal(disk, executor, () -> Bytes.of(new byte[16]));
  }

  @Override
  protected boolean viewsEqualRebuild(Journal journal) {
    return ((MemoryJournal) journal).viewsEqualRebuild();
  }

  @Override
  protected void inOneBatch(Journal journal, Runnable submit) {
    executor.hold();
    submit.run();
    executor.release();
  }

  @Test
  void aCrashBeforeTheSyncLosesTheBatchAndAnswersNobody() {
    MemoryJournal journal = reopen();
    List<Outcome<String>> replies = new ArrayList<>();
    register(journal, "P-1", replies);
    executor.hold();
    register(journal, "P-2", replies);
    executor.runOne();
    journal.crash();
    executor.release();
    assertEquals(List.of(new Outcome.Done<>("ok", 1)), replies);
    MemoryJournal again = reopen();
    assertEquals(1, again.head());
    register(again, "P-2", replies);
    assertEquals(2, again.head());
    assertTrue(again.viewsEqualRebuild());
  }

  @Test
  void aFailingDiskFailsTheBatchAndHarmsNothingElse() { // H65
    MemoryJournal journal = reopen();
    List<Outcome<String>> replies = new ArrayList<>();
    register(journal, "P-1", replies);
    disk.failing("disk full");
    register(journal, "P-2", replies);
    disk.repaired();
    register(journal, "P-2", replies);
    assertInstanceOf(Outcome.Failed.class, replies.get(1));
    assertEquals(new Outcome.Done<>("ok", 2), replies.get(2));
    assertTrue(journal.viewsEqualRebuild());
  }

  @Test
  void aReplyMayHandInTheNextTransaction() {
    MemoryJournal journal = reopen();
    List<Outcome<String>> replies = new ArrayList<>();
    journal.transact(
        new Transaction<>(
            "S-01",
            Facts.MORNING,
            reads -> Decision.accept(List.of(Facts.patient("P-1")), "first")),
        outcome -> register(journal, "P-2", replies));
    assertEquals(List.of(new Outcome.Done<>("ok", 2)), replies);
  }

  private static void register(Journal journal, String id, List<Outcome<String>> replies) {
    journal.transact(
        new Transaction<>(
            "S-01", Facts.MORNING, reads -> Decision.accept(List.of(Facts.patient(id)), "ok")),
        replies::add);
  }

  @Test
  void commandsAreForgottenAtTheEndOfADayAndNotBefore() {
    MemoryJournal journal = reopen();
    List<Outcome<String>> replies = new ArrayList<>();
    command(journal, replies);
    assertThrows(IllegalStateException.class, journal::forgetCommands);
    journal.close();
    MemoryJournal next = journal.reopened(executor, () -> Bytes.of(new byte[16]));
    assertTrue(knows(next));
    next.close();
    next.forgetCommands();
    assertFalse(knows(next.reopened(executor, () -> Bytes.of(new byte[16]))));
    assertEquals(1, replies.size());
  }

  private static void command(Journal journal, List<Outcome<String>> replies) {
    CommandRecord record = new CommandRecord("c-1", "", "ok");
    journal.transact(
        new Transaction<>(
            "u",
            Facts.MORNING,
            reads -> new Decision.Accept<>(List.of(), "ok", Optional.of(record))),
        replies::add);
  }

  private static boolean knows(Journal journal) {
    List<Boolean> known = new ArrayList<>();
    journal.transact(
        new Transaction<>(
            "u",
            Facts.MORNING,
            reads -> Decision.accept(List.of(), reads.command("c-1").isPresent())),
        (Outcome<Boolean> o) -> known.add(((Outcome.Done<Boolean>) o).answer()));
    return known.getFirst();
  }
}
