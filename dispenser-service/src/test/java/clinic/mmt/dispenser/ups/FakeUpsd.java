package clinic.mmt.dispenser.ups;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays one conversation of the vector file on a real port, byte for byte; shares no code with the
 * client. What the client says that the conversation does not have is kept as a fault.
 */
final class FakeUpsd implements AutoCloseable {

  private static final Path VECTORS =
      Path.of("..", "docs", "devices", "nut", "vectors", "upsd.txt");

  /** One conversation: what is said in turn, the host first, and what it all means. */
  record Talk(String id, List<byte[]> lines, String means) {
    @Override
    public String toString() {
      return id + " " + means;
    }
  }

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<String> faults = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Thread thread;

  /** How the fake treats whoever connects. */
  interface Manner {
    void with(FakeUpsd fake, Socket socket) throws IOException;
  }

  FakeUpsd(Manner manner) throws IOException {
    thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                manner.with(this, socket);
              } catch (IOException e) {
                note(faults, e.toString());
              }
            },
            "fake-upsd");
    thread.start();
  }

  /** Plays a conversation, then expects a polite end. */
  static FakeUpsd playing(Talk talk) throws IOException {
    return new FakeUpsd(
        (fake, socket) -> {
          for (int i = 0; i < talk.lines().size(); i += 2) {
            String asked = fake.hear(socket.getInputStream());
            String expected = new String(talk.lines().get(i), StandardCharsets.UTF_8);
            if (!asked.equals(expected)) {
              note(fake.faults, "heard " + asked + " instead of " + expected);
            }
            socket.getOutputStream().write(talk.lines().get(i + 1));
          }
          if (!fake.hear(socket.getInputStream()).equals("LOGOUT\n")) {
            note(fake.faults, "no LOGOUT");
          }
          socket.getOutputStream().write("OK Goodbye\n".getBytes(StandardCharsets.UTF_8));
        });
  }

  private String hear(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    note(heard, line.toString());
    return line.toString();
  }

  private static void note(List<String> notes, String note) {
    synchronized (notes) {
      notes.add(note);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  /** What went wrong, once the conversation is over. */
  List<String> faults() throws InterruptedException {
    thread.join(5_000);
    synchronized (faults) {
      return List.copyOf(faults);
    }
  }

  /** The conversations of the vector file. */
  static List<Talk> talks() {
    Map<String, List<String[]>> byId = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(VECTORS)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.split(" \\| ", 4);
          byId.computeIfAbsent(fields[0].split("\\.", -1)[0], id -> new ArrayList<>()).add(fields);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Talk> talks = new ArrayList<>();
    byId.forEach(
        (id, lines) -> {
          String last = lines.getLast()[3];
          talks.add(
              new Talk(
                  id,
                  lines.stream().map(f -> HexFormat.of().parseHex(f[2].replace(" ", ""))).toList(),
                  last.substring(last.lastIndexOf(" = ") + 3)));
        });
    return talks;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
