package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.mmt.dispenser.Needs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory, mounted for a test, that can be filled to the last byte. */
@SuppressWarnings("try")
final class TinyDisk implements AutoCloseable {

  /** The right to mount, as a bit of a process's effective capabilities. */
  private static final int SYS_ADMIN = 21;

  private final Path folder;
  private volatile boolean filling;
  private Thread filler = new Thread(() -> {});

  private TinyDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one at {@code folder}, or skips the test where this process may not. */
  static TinyDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    assumeTrue(mayMount(), "may be skipped in CI: a small disk needs root and the right to mount");
    String size = "size=" + megabytes + "m";
    int code = run("mount", "-t", "tmpfs", "-o", size, "tiny", folder.toString());
    Needs.orSkip(code == 0, "the small disk could not be mounted although this process may");
    return new TinyDisk(folder);
  }

  private static boolean mayMount() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("CapEff:"))
        .map(l -> Long.parseUnsignedLong(l.substring("CapEff:".length()).strip(), 16))
        .anyMatch(bits -> (bits >> SYS_ADMIN & 1) == 1);
  }

  /** Fills it once, but for so many bytes. */
  void fillAllBut(long bytes) throws IOException {
    long room = Files.getFileStore(folder).getUsableSpace() - bytes;
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
      byte[] piece = new byte[4096];
      for (long left = room; left > 0; left -= piece.length) {
        out.write(piece);
      }
    } catch (IOException e) {
      if (bytes > 0) {
        throw e;
      } // Else this is what was wanted: there is no space left.
    }
  }

  /** Keeps it full from now on, also when somebody gives room back. */
  void keepFull() {
    filling = true;
    filler = new Thread(this::fill, "filler");
    filler.start();
  }

  private void fill() {
    byte[] piece = new byte[512];
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
      while (filling) {
        fillOn(out, piece);
      }
    } catch (IOException e) {
      filling = false;
    }
  }

  private static void fillOn(OutputStream out, byte[] piece) {
    try {
      out.write(piece);
    } catch (IOException e) {
      Thread.onSpinWait(); // No space left on device, as wanted; there may be some in a moment.
    }
  }

  /** Room again. */
  void free() throws IOException, InterruptedException {
    filling = false;
    filler.join();
    Files.deleteIfExists(folder.resolve("filler"));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    free();
    run("umount", "-l", folder.toString());
  }
}
