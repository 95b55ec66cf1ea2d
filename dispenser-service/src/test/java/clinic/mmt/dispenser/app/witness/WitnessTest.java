package clinic.mmt.dispenser.app.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.memory.MemoryDisk;
import clinic.mmt.dispenser.app.journal.memory.MemoryJournal;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When checkpoints are signed, what they say, and what a crash does to one (H67, H68, H69). */
class WitnessTest {

  private static final int EVERY = 10;

  private final MemoryDisk disk = new MemoryDisk();
  private final Place place = new Place();
  private CheckpointKey key = key(1);

  /** The signer's tasks, which run when the test says so. */
  private final Deque<Runnable> signer = new ArrayDeque<>();

  private MemoryJournal journal = opened();
  private Witness witness = witness();

  /** A place that keeps what it is told. */
  private static final class Place implements Outside {

    private final List<String> keys = new ArrayList<>();
    private final List<Checkpoint> told = new ArrayList<>();
    private long last = -1;

    @Override
    public void key(String clinic, WitnessKey key) {
      keys.add(key.line(clinic));
    }

    @Override
    public void tell(Checkpoint checkpoint) {
      told.add(checkpoint);
    }

    @Override
    public long last(long here) {
      return last < 0 ? told.stream().mapToLong(Checkpoint::number).max().orElse(0) : last;
    }
  }

  private static CheckpointKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return CheckpointKey.of(bytes);
  }

  private MemoryJournal opened() {
    return new MemoryJournal(disk, Runnable::run, () -> Bytes.of(new byte[16]));
  }

  private Witness witness() {
    return new Witness(
        journal,
        () -> Facts.MORNING.plusSeconds(journal.head()),
        signer::add,
        key,
        new Witness.Settings("clinic-a", EVERY, List.of(place)));
  }

  private void begin() {
    witness.begin();
    sign();
  }

  /** The signer works until nothing is left to do. */
  private void sign() {
    while (!signer.isEmpty()) {
      signer.remove().run();
    }
  }

  private void restart() {
    signer.clear();
    journal = opened();
    witness = witness();
    begin();
  }

  private Outcome<String> submit(Fact fact) {
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(
        new Transaction<>("S-01", Facts.MORNING, reads -> Decision.accept(List.of(fact), "ok")),
        reply::complete);
    return reply.join();
  }

  private void patients(int count) {
    for (int i = 0; i < count; i++) {
      assertInstanceOf(Outcome.Done.class, submit(Facts.patient("P-" + journal.head() + "-" + i)));
    }
  }

  private List<Entry> ofKind(String kind) {
    return journal.entries(1, 1000).stream().filter(e -> e.kind().equals(kind)).toList();
  }

  private List<Checkpoint> stored() {
    return journal.look(reads -> reads.witness().above(0, 1000));
  }

  @Test
  void aStartAnnouncesTheKeyOnceAndSignsWhatItFound() {
    submit(Facts.opened());
    begin();
    assertEquals(
        List.of("journal.opened", "checkpoint.key", "checkpoint.signed"),
        journal.entries(1, 9).stream().map(Entry::kind).toList());
    assertEquals(2, stored().getFirst().sequence());
    restart();
    assertEquals(1, ofKind("checkpoint.key").size());
    assertEquals(1, stored().size(), "nothing came since");
    patients(1);
    restart();
    assertEquals(2, stored().size());
    key = key(2);
    restart();
    assertEquals(2, ofKind("checkpoint.key").size());
    assertEquals(
        "MK1 clinic-a " + key.open().id() + " " + key.open().publicKey(), place.keys.getLast());
  }

  @Test
  void aCheckpointSaysWhereTheChainStandsAndIsSigned() {
    submit(Facts.opened());
    begin();
    patients(40);
    sign();
    for (Checkpoint checkpoint : stored()) {
      Entry spoken = journal.entries(checkpoint.sequence(), 1).getFirst();
      assertEquals(spoken.hash().toHex(), checkpoint.hash());
      assertTrue(CheckpointKey.isGenuine(key.open(), checkpoint), checkpoint.line());
      assertFalse(CheckpointKey.isGenuine(key(2).open(), checkpoint), "the control: another key");
      assertEquals(checkpoint, Checkpoint.read(checkpoint.line()).orElseThrow());
    }
    assertEquals(stored(), place.told);
  }

  @Test
  void oneIsMadeWithTheEntryThatIsDueAndNotBefore() {
    submit(Facts.opened());
    begin();
    long first = stored().getFirst().sequence();
    // The checkpoint's own entry is the first of the next ten.
    patients(EVERY - 2);
    sign();
    assertEquals(1, stored().size(), "nine entries after what was signed");
    patients(1);
    sign();
    assertEquals(2, stored().size(), "ten");
    assertEquals(first + EVERY, stored().getLast().sequence());
    assertEquals(2, stored().getLast().number());
  }

  @Test
  void aClosedDayIsSignedAtOnceAndOnlyOnce() {
    submit(Facts.opened());
    begin();
    patients(1);
    witness.now();
    sign();
    assertEquals(2, stored().size());
    witness.now();
    sign();
    assertEquals(2, stored().size(), "only its own entry came since");
    assertEquals(stored().getLast(), witness.latest().orElseThrow());
  }

  @Test
  void theLedgerNeverWaitsForASignature() {
    submit(Facts.opened());
    begin();
    patients(5 * EVERY);
    assertEquals(1, stored().size(), "the signer has done nothing yet");
    assertEquals(1, signer.size(), "and is asked once, not once for each entry");
    sign();
    assertEquals(2, stored().size());
  }

  @Test
  void onePendingDayCloseIsNotForgottenWhileAnotherIsStored() {
    submit(Facts.opened());
    begin();
    patients(1);
    witness.now();
    signer.remove().run(); // Signs; its answer waits behind the next.
    patients(1);
    signer.addFirst(() -> witness.now());
    sign();
    assertEquals(3, stored().size());
  }

  @Test
  void whatWasSignedAndNotStoredIsMadeAgainAndNobodyHasSeenIt() { // H68
    submit(Facts.opened());
    begin();
    patients(1);
    disk.failing("no room");
    witness.now();
    sign();
    assertEquals(1, place.told.size(), "told only of what is durable");
    disk.repaired();
    restart();
    assertEquals(List.of(1L, 2L), place.told.stream().map(Checkpoint::number).toList());
    assertEquals(stored(), place.told);
  }

  @Test
  void aSignatureThatCouldNotBeStoredIsMadeWithTheNextEntries() {
    submit(Facts.opened());
    begin();
    patients(1);
    disk.failing("no room");
    witness.now();
    sign();
    disk.repaired();
    patients(EVERY);
    sign();
    assertEquals(List.of(1L, 2L), stored().stream().map(Checkpoint::number).toList());
  }

  @Test
  void aPlaceThatLacksSomeIsToldAgainAtTheStart() {
    submit(Facts.opened());
    begin();
    patients(3 * EVERY);
    sign();
    List<Checkpoint> all = stored();
    place.told.clear(); // As after a crash between the journal and the file.
    restart();
    assertEquals(all, place.told.subList(0, all.size()));
    place.told.clear();
    place.last = 1_000; // An old copy was put back: the place knows more than this journal.
    restart();
    assertTrue(place.told.stream().noneMatch(all::contains), "nothing is told twice");
  }
}
