package clinic.mmt.sim.main;

import clinic.mmt.sim.bench.Cables;
import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.pty.PseudoTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Cables that are pseudo-terminals, with a link for each in one folder. */
final class PtyCables implements Cables {

  private final Path folder;

  PtyCables(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder; refuses to overwrite what is not a link. */
  void prepare(Iterable<String> devices) throws IOException {
    Files.createDirectories(folder);
    for (String device : devices) {
      Path link = folder.resolve(device);
      if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
        throw new IOException(link + " is in the way and is not a link; move it away");
      }
    }
  }

  @Override
  public BytePort plug(String device) {
    try {
      PseudoTerminal terminal = PseudoTerminal.open();
      Path link = folder.resolve(device);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, terminal.slavePath());
      return terminal;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a line for " + device, e);
    }
  }

  @Override
  public void unplug(String device) {
    try {
      Files.deleteIfExists(folder.resolve(device));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the link of " + device, e);
    }
  }

  @Override
  public String path(String device) {
    return folder.resolve(device).toString();
  }
}
