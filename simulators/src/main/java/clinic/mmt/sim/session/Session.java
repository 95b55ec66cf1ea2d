package clinic.mmt.sim.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded session.
 *
 * @param file its name, for messages
 * @param header what it was recorded on
 * @param steps its events, in order
 * @param cut whether its end is missing, because the recorder was killed
 */
public record Session(String file, SessionHeader header, List<Step> steps, boolean cut) {

  /** As large as a recording may become, so that whatever was recorded can be played. */
  public static final long FILE_BYTES_MAX = 64L << 20;

  /**
   * An event and where it stands.
   *
   * @param line in the file, from 1
   */
  public record Step(int line, SessionEvent event) {}

  /** Copies. */
  public Session {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a session file.
   *
   * @throws SessionException it is none, or is longer than {@link #FILE_BYTES_MAX}
   */
  public static Session read(Path file) throws IOException, SessionException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > FILE_BYTES_MAX) {
      throw new SessionException(name, 1, "longer than 64 MiB; record a shorter session");
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return new SessionReader(name, lines, endsWithALine(file)).read();
    } catch (CharacterCodingException e) {
      throw new SessionException(name, 1, "no text in UTF-8");
    }
  }

  private static boolean endsWithALine(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return channel.position(Math.max(0, channel.size() - 1)).read(last) == 1
          && last.get(0) == '\n';
    }
  }

  /** Reads the text of a session file. */
  public static Session parse(String file, String text) throws SessionException {
    try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
      return new SessionReader(file, lines, text.endsWith("\n")).read();
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail", e);
    }
  }

  /** What has to do with this device. */
  List<Step> of(String device) {
    List<Step> own = new ArrayList<>();
    for (Step step : steps) {
      if (step.event() instanceof SessionEvent.OfDevice event && event.device().equals(device)) {
        own.add(step);
      }
    }
    return own;
  }

  /** Whether anything in it has to do with this device. */
  public boolean knows(String device) {
    return !of(device).isEmpty();
  }
}
