package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.util.Optional;

/** What a verification found. */
public sealed interface VerifyReport {

  /** The last line for people and machines. */
  String line();

  /** Whether all is well. */
  boolean ok();

  /**
   * All is well.
   *
   * @param entries how many
   * @param head hash of the last entry, hex
   * @param views whether the views were compared
   * @param orphans persons in the people file without a patient in the journal; harmless
   * @param witnessed what was signed of it
   */
  record Good(long entries, String head, boolean views, int orphans, Witnessed witnessed)
      implements VerifyReport {

    @Override
    public String line() {
      return "entries %d head %s chain ok checkpoints ok balances ok views %s"
          .formatted(entries, head, views ? "ok" : "skipped");
    }

    @Override
    public boolean ok() {
      return true;
    }
  }

  /**
   * Checkpoints inside a journal.
   *
   * @param last the last one
   * @param keys how many keys signed, one after the other
   * @param outside how many that were kept elsewhere were found in it
   */
  record Witnessed(Optional<Checkpoint> last, int keys, int outside) {

    /** For people; the journal's last entry is {@code entries}. */
    public String line(long entries) {
      return last.map(
              c ->
                  "checkpoints %d, the last signed on %s at entry %d, %d entries after it; keys %d, last %s; from outside %d"
                      .formatted(
                          c.number(),
                          c.at(),
                          c.sequence(),
                          entries - c.sequence(),
                          keys,
                          c.key(),
                          outside))
          .orElse("checkpoints 0: nothing but a checkpoint from elsewhere shows a rewritten file");
    }
  }

  /**
   * Something is wrong.
   *
   * @param entry the first entry that is; of what is wrong with the file as a whole, the last entry
   *     that was read
   * @param reason what; names no person
   */
  record Bad(long entry, String reason) implements VerifyReport {

    @Override
    public String line() {
      return "entry " + entry + ": " + reason;
    }

    @Override
    public boolean ok() {
      return false;
    }
  }
}
