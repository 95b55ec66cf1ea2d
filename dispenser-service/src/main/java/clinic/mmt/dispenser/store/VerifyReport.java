package clinic.mmt.dispenser.store;

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
   */
  record Good(long entries, String head, boolean views, int orphans) implements VerifyReport {

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
