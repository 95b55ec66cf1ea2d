package clinic.mmt.dispenser.powercut;

import clinic.mmt.dispenser.app.journal.Bytes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code strace -f -y -xx}. A call counts from its return; a sync covers what
 * had returned before it began. Calls that failed and files of other folders are left out.
 */
final class Trace {

  /** What is recorded; no call is left out that SQLite or the JDK use to change a file here. */
  static final String CALLS =
      "openat,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,fallocate,unlink,unlinkat,"
          + "rename,renameat,renameat2";

  private static final String STRING = "\"((?:\\\\x[0-9a-f]{2})*)\"";
  private static final String FILE = "[0-9]+<((?:\\\\x[0-9a-f]{2})*)>";
  private static final Pattern WHOLE =
      Pattern.compile("([0-9]+) +([a-z0-9]+)\\((.*)\\) += (-?[0-9]+).*");
  private static final Pattern BEGUN = Pattern.compile("([0-9]+) +(.*) <unfinished \\.\\.\\.>");
  private static final Pattern RESUMED =
      Pattern.compile("([0-9]+) +<\\.\\.\\. [a-z0-9]+ resumed>(.*)");
  private static final Pattern OPEN = Pattern.compile("[^,]*, " + STRING + ", ([A-Z_|]+).*");
  private static final Pattern WRITE =
      Pattern.compile(FILE + ", " + STRING + ", [0-9]+(?:, ([0-9]+))?");
  private static final Pattern OF_FILE = Pattern.compile(FILE + "(?:, ([0-9]+))?");
  private static final Pattern NAMES = Pattern.compile(STRING + "(?:.*" + STRING + ")?.*");

  private record Begun(String text, int at) {}

  private final String folder;
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Begun> open = new HashMap<>();

  /** Where the next plain write of a file goes. */
  private final Map<String, Long> positions = new HashMap<>();

  private Trace(String folder) {
    this.folder = folder;
  }

  /** The calls that concern {@code folder}, and the lines said on stdout, in order. */
  static List<Call> read(Path file, Path folder) throws IOException {
    Trace trace = new Trace(folder.toAbsolutePath().toString());
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        trace.line(line);
      }
    }
    return trace.calls;
  }

  private void line(String line) {
    Matcher begun = BEGUN.matcher(line);
    if (begun.matches()) {
      open.put(begun.group(1), new Begun(begun.group(2), calls.size()));
      return;
    }
    Matcher resumed = RESUMED.matcher(line);
    if (resumed.matches()) {
      Begun first = open.remove(resumed.group(1));
      if (first != null) {
        whole(resumed.group(1) + " " + first.text() + resumed.group(2), first.at());
      }
      return;
    }
    whole(line, calls.size());
  }

  private void whole(String line, int begunAt) {
    Matcher call = WHOLE.matcher(line);
    if (call.matches() && !call.group(4).startsWith("-")) {
      took(call.group(2), call.group(3), Integer.parseInt(call.group(4)), begunAt);
    }
  }

  private void took(String name, String arguments, int result, int begunAt) {
    switch (name) {
      case "openat" -> opened(arguments);
      case "write", "pwrite64" -> wrote(arguments, result);
      case "fsync", "fdatasync" -> synced(arguments, begunAt);
      case "ftruncate" -> {
        Matcher m = matched(OF_FILE, arguments);
        ours(m.group(1)).ifPresent(f -> calls.add(new Call.Resize(f, Long.parseLong(m.group(2)))));
      }
      case "unlink", "unlinkat" ->
          ours(matched(NAMES, afterFolder(arguments)).group(1))
              .ifPresent(f -> calls.add(new Call.Remove(f)));
      case "rename", "renameat", "renameat2" -> {
        Matcher m = matched(NAMES, afterFolder(arguments));
        ours(m.group(1))
            .ifPresent(f -> calls.add(new Call.Rename(f, ours(m.group(2)).orElseThrow())));
      }
      default -> throw new IllegalStateException("the rig does not know the call " + name);
    }
  }

  /** Without the first argument of the calls that end in «at». */
  private static String afterFolder(String arguments) {
    return arguments.substring(arguments.indexOf('"'));
  }

  private void opened(String arguments) {
    Matcher m = OPEN.matcher(arguments);
    if (m.matches()) {
      String flags = m.group(2);
      Optional<String> file = ours(m.group(1));
      file.ifPresent(
          f -> {
            positions.put(f, 0L);
            calls.add(new Call.Open(f, flags.contains("O_CREAT"), flags.contains("O_TRUNC")));
          });
    }
  }

  private void wrote(String arguments, int result) {
    Matcher m = matched(WRITE, arguments);
    if (arguments.startsWith("1<")) {
      calls.add(new Call.Say(new String(hex(m.group(2)), StandardCharsets.US_ASCII).strip()));
      return;
    }
    Optional<String> file = ours(m.group(1));
    if (file.isEmpty()) {
      return;
    }
    byte[] data = hex(m.group(2));
    if (data.length != result) {
      throw new IllegalStateException("a write was recorded in part; raise the -s of strace");
    }
    long at =
        m.group(3) == null ? positions.getOrDefault(file.get(), 0L) : Long.parseLong(m.group(3));
    if (m.group(3) == null) {
      positions.merge(file.get(), (long) result, Long::sum);
    }
    calls.add(new Call.Write(file.get(), at, Bytes.of(data)));
  }

  private void synced(String arguments, int begunAt) {
    String path = path(matched(OF_FILE, arguments).group(1));
    if (path.equals(folder)) {
      calls.add(new Call.SyncFolder(begunAt));
    } else if (path.startsWith(folder + "/")) {
      calls.add(new Call.Sync(path.substring(folder.length() + 1), begunAt));
    }
  }

  private static Matcher matched(Pattern pattern, String arguments) {
    Matcher m = pattern.matcher(arguments);
    if (!m.matches()) {
      throw new IllegalStateException("the rig cannot read: " + arguments);
    }
    return m;
  }

  /** The name below the folder, when it is one of its files. */
  private Optional<String> ours(String hexPath) {
    String path = path(hexPath);
    return path.startsWith(folder + "/")
        ? Optional.of(path.substring(folder.length() + 1))
        : Optional.empty();
  }

  private static String path(String hexPath) {
    return new String(hex(hexPath), StandardCharsets.UTF_8);
  }

  private static byte[] hex(String escaped) {
    return HexFormat.of().parseHex(escaped.replace("\\x", ""));
  }
}
