package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Writes what happens on all lines of a bench, while it is asked to. May be used by any thread. */
public final class Recorder {

  /**
   * How a recording stands.
   *
   * @param file where it is written; the last one, when none is
   * @param on whether it is being written
   * @param micros how long it is
   * @param events how many lines of events it has
   * @param bytes how long the file is
   * @param trouble why it ended by itself; empty if it did not
   */
  public record Status(
      Optional<Path> file, boolean on, long micros, long events, long bytes, String trouble) {}

  private static final Status NONE = new Status(Optional.empty(), false, 0, 0, 0, "");

  private volatile @Nullable Tape tape;
  private @Nullable Path file;
  private Status last = NONE;

  /**
   * Begins to write; the file must not exist.
   *
   * @throws IOException it cannot be made
   * @throws IllegalStateException a recording is on
   */
  public synchronized void start(Path into, SessionHeader header) throws IOException {
    if (tape != null) {
      throw new IllegalStateException("a recording is on");
    }
    begin(Tape.open(into, header), into);
  }

  synchronized void begin(Tape open, Path into) {
    tape = open;
    file = into;
  }

  /** Ends the recording that is on, if one is. */
  public synchronized void stop() {
    end("");
  }

  private void end(String trouble) {
    Tape open = tape;
    if (open == null) {
      return;
    }
    String told = trouble;
    try (open) {
      if (trouble.isEmpty()) {
        open.add(new SessionEvent.Ended(open.micros()));
      }
    } catch (IOException e) {
      told = cannotWrite(e);
    }
    last = status(open, false, told);
    tape = null;
  }

  private Status status(Tape open, boolean on, String trouble) {
    Optional<Path> path = Optional.ofNullable(file);
    return new Status(path, on, open.micros(), open.events(), open.bytes(), trouble);
  }

  /** How the recording stands; the last one, when none is on. */
  public synchronized Status status() {
    Tape open = tape;
    return open == null ? last : status(open, true, "");
  }

  /** Whether one is on. */
  public boolean isOn() {
    return tape != null;
  }

  /** The host wrote to a device. */
  public void hostSaid(String device, byte[] bytes) {
    pieces(bytes, part -> add(micros -> new SessionEvent.HostSaid(micros, device, part)));
  }

  /** A device sent to the host. */
  public void deviceSaid(String device, byte[] bytes) {
    pieces(bytes, part -> add(micros -> new SessionEvent.DeviceSaid(micros, device, part)));
  }

  private void pieces(byte[] bytes, Consumer<Bytes> each) {
    for (int from = 0; from < bytes.length && isOn(); from += SessionLines.BYTES_MAX) {
      each.accept(Bytes.of(Bytes.of(bytes).slice(from, from + SessionLines.BYTES_MAX)));
    }
  }

  /** A cable was plugged or pulled. */
  public void cable(String device, boolean plugged) {
    add(micros -> new SessionEvent.Cable(micros, device, plugged));
  }

  /** The control port was asked to change something. */
  public void asked(String method, String path, String body, int status) {
    add(micros -> new SessionEvent.Asked(micros, method, path, body, status));
  }

  /** A disk that cannot be written ends the recording, never the devices. */
  private synchronized void add(LongFunction<SessionEvent> event) {
    Tape open = tape;
    if (open == null) {
      return;
    }
    try {
      if (!open.add(event.apply(open.micros()))) {
        end("the file is as long as a session may be");
      }
    } catch (IOException e) {
      end(cannotWrite(e));
    }
  }

  private static String cannotWrite(IOException e) {
    return "the file cannot be written: " + e.getMessage();
  }
}
