package clinic.mmt.dispenser.store;

/** A store that must not or cannot be opened. The message says what to do. */
public final class StoreException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Reason {
    /** Another process serves this data folder. */
    SECOND_INSTANCE,
    /** The file was written by a newer program. */
    NEWER_FORMAT,
    /** The SQLite library is one with a known corruption bug. */
    SQLITE_TOO_OLD,
    /** A setting that durability rests on was not taken. */
    SETTING_NOT_TAKEN,
    /** The journal's end is not what it has to be. */
    BROKEN_CHAIN,
    /** The people file was sealed with another master key. */
    WRONG_MASTER_KEY,
    /** A backup was sealed with another passphrase, or its first bytes were changed. */
    WRONG_PASSPHRASE,
    /** A backup was cut or changed, or is none. */
    DAMAGED_BACKUP,
    /** The file or folder cannot be read or written. */
    CANNOT_OPEN
  }

  private final Reason reason;

  /** A reason with a line for people that says what to do. */
  public StoreException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A reason with its cause. */
  public StoreException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is in the way. */
  public Reason reason() {
    return reason;
  }
}
