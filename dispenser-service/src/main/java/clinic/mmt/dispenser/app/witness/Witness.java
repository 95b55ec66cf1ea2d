package clinic.mmt.dispenser.app.witness;

import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs where the chain stands: every so many entries, when a day is closed, and at each start
 * (H67, H68, H69). The ledger thread only compares two numbers; reading the head, signing and
 * telling others run on the signer's thread, and the checkpoint becomes a later entry. Others are
 * told once it is durable, so that a checkpoint that was signed and not stored was never seen by
 * anybody: it is made again.
 */
public final class Witness {

  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
  private static final String ACTOR = "service";
  private static final int PAGE = 1000;

  private final Journal journal;
  private final Clock clock;
  private final Executor signer;
  private final CheckpointKey key;
  private final Settings settings;

  /** The entry with which the next checkpoint is due. */
  private volatile long due = Long.MAX_VALUE;

  /** On the signer's thread only, as what follows. */
  private Optional<Checkpoint> last = Optional.empty();

  private boolean signing;

  /** Whether one more is to be made at once when this one is stored. */
  private boolean again;

  /**
   * Which checkpoints, and for whom.
   *
   * @param clinic the clinic's id
   * @param every after how many entries one is made
   * @param outside who is told
   */
  public record Settings(String clinic, int every, List<Outside> outside) {

    /** Copies the list. */
    public Settings {
      outside = List.copyOf(outside);
    }
  }

  /** Of one journal; {@code signer} runs tasks one after the other, never on the ledger thread. */
  public Witness(
      Journal journal, Clock clock, Executor signer, CheckpointKey key, Settings settings) {
    this.journal = journal;
    this.clock = clock;
    this.signer = signer;
    this.key = key;
    this.settings = settings;
  }

  /** Announces the key where it is a new one, tells what was not told yet, and makes the first. */
  public void begin() {
    journal.transact(
        new Transaction<>(ACTOR, clock.instant(), this::announced),
        outcome -> signer.execute(() -> begun(outcome)));
    journal.onAppended(this::appended);
  }

  private Decision<Optional<Checkpoint>> announced(Reads reads) {
    Optional<Checkpoint> before = reads.witness().last();
    return reads.witness().key().filter(key.open()::equals).isPresent()
        ? Decision.accept(List.of(), before)
        : Decision.accept(List.of(new WitnessFact.KeyAnnounced(key.open())), before);
  }

  private void begun(Outcome<Optional<Checkpoint>> outcome) {
    if (!(outcome instanceof Outcome.Done<Optional<Checkpoint>> done)) {
      LOG.error("no checkpoints are made until the next start: the key could not be announced");
      return;
    }
    last = done.answer();
    for (Outside one : settings.outside()) {
      one.key(settings.clinic(), key.open());
      tellAgain(one);
    }
    make();
  }

  /** What a place lacks, after a crash between the journal and it. */
  private void tellAgain(Outside one) {
    long here = last.map(Checkpoint::number).orElse(0L);
    long there = one.last(here);
    if (there > here) {
      LOG.error(
          "checkpoint {} was made and this journal ends with checkpoint {}: an old copy was put"
              + " back, or its end was cut; verify it with --checkpoints before anybody is dosed",
          there,
          here);
    }
    while (there < here) {
      long from = there;
      List<Checkpoint> page = journal.look(reads -> reads.witness().above(from, PAGE));
      page.forEach(one::tell);
      there = page.isEmpty() ? here : page.getLast().number();
    }
  }

  /** On the ledger thread, after each commit. */
  private void appended(long head) {
    if (head >= due) {
      due = Long.MAX_VALUE;
      signer.execute(this::make);
    }
  }

  /** A day was closed: what it says is signed now. Returns at once. */
  public void now() {
    signer.execute(this::make);
  }

  /** The last checkpoint that is durable; reads on the caller's thread. */
  public Optional<Checkpoint> latest() {
    return journal.look(reads -> reads.witness().last());
  }

  private void make() {
    if (signing) {
      again = true;
      return;
    }
    List<Entry> head = journal.entries(journal.head(), 1);
    if (head.isEmpty() || onlyItself(head.getLast())) {
      dueAgain();
      return;
    }
    signing = true;
    Checkpoint next = signed(head.getLast());
    journal.transact(
        new Transaction<>(
            ACTOR,
            next.at(),
            reads -> Decision.accept(List.of(new WitnessFact.CheckpointSigned(next)), next)),
        outcome -> signer.execute(() -> stored(outcome)));
  }

  /** Nothing came since but the entry of the last checkpoint. */
  private boolean onlyItself(Entry head) {
    return head.kind().equals("checkpoint.signed")
        && last.map(c -> c.sequence() + 1 == head.sequence()).orElse(false);
  }

  private Checkpoint signed(Entry head) {
    return key.sign(
        settings.clinic(),
        last.map(Checkpoint::number).orElse(0L) + 1,
        new Checkpoint.Head(head.sequence(), head.hash().toHex()),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void stored(Outcome<Checkpoint> outcome) {
    signing = false;
    if (outcome instanceof Outcome.Done<Checkpoint> done) {
      last = Optional.of(done.answer());
      settings.outside().forEach(one -> one.tell(done.answer()));
    } else {
      LOG.error("a checkpoint could not be stored; it is made again: {}", outcome);
      last = latest();
    }
    dueAgain();
    if (again) {
      again = false;
      make();
    }
  }

  private void dueAgain() {
    due = last.map(Checkpoint::sequence).orElse(0L) + settings.every();
  }
}
