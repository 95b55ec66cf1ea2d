package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A position in a small text file; one that cannot be read is 0, so that all is sent again. */
public final class PositionFile implements Position {

  private static final Logger LOG = LoggerFactory.getLogger(PositionFile.class);

  private final Path file;

  /** In the data folder. */
  public PositionFile(Path file) {
    this.file = file;
  }

  @Override
  public long get() {
    try {
      String text = Files.exists(file) ? Files.readString(file).strip() : "0";
      return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    } catch (IOException e) {
      LOG.warn("the position of the publisher cannot be read; events are sent from the first", e);
      return 0;
    }
  }

  @Override
  public void set(long sequence) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, sequence + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("the position of the publisher cannot be kept; some events will be sent again", e);
    }
  }
}
