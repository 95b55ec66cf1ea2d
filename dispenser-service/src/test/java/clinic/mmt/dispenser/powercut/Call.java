package clinic.mmt.dispenser.powercut;

import clinic.mmt.dispenser.app.journal.Bytes;

/** One system call of the recorded run that changes what a disk holds, or an answer given. */
sealed interface Call {

  /** A file that may be new. */
  record Open(String file, boolean create, boolean truncate) implements Call {}

  /** Bytes at an offset. */
  record Write(String file, long at, Bytes data) implements Call {}

  /** A file gets this length. */
  record Resize(String file, long length) implements Call {}

  /** What was written before call number {@code before} is on the disk. */
  record Sync(String file, int before) implements Call {}

  /** Names made, renamed and removed before call number {@code before} are on the disk. */
  record SyncFolder(int before) implements Call {}

  /** A name goes. */
  record Remove(String file) implements Call {}

  /** A name replaces another. */
  record Rename(String from, String to) implements Call {}

  /** The process answered somebody: from here on this must outlive a cut. */
  record Say(String line) implements Call {}
}
