package clinic.mmt.dispenser.main.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Java programs as processes of their own, as in life. */
final class Processes {

  private static final int END_SECONDS_MOST = 30;

  private Processes() {}

  /**
   * A started program.
   *
   * @param process it
   * @param lines what it said on stdout up to and with {@code ready}
   */
  record Started(Process process, List<String> lines) {

    /** What follows a word at the beginning of a line it said; empty when it said no such line. */
    String said(String word) {
      return lines.stream()
          .filter(l -> l.startsWith(word + " "))
          .map(l -> l.substring(word.length() + 1))
          .findFirst()
          .orElse("");
    }

    /** Asks it to end, waits, and says whether it ended well. */
    boolean end() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(END_SECONDS_MOST, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0 || process.exitValue() == 143;
    }
  }

  /** Starts {@code main} of a module and waits until it says {@code ready}. */
  static Started start(String module, String main, Path log, List<String> args) throws IOException {
    return start(module, main, log, args, List.of());
  }

  /** The same with options of the virtual machine. */
  static Started start(
      String module, String main, Path log, List<String> args, List<String> options)
      throws IOException {
    String home = System.getProperty("clinic.home", ".");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dclinic.home=" + home);
    command.add("-cp");
    command.add(classPath(home, module));
    command.add(main);
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.equals("ready")) {
        return new Started(process, lines);
      }
    }
    throw new IOException(module + " did not start; see " + log);
  }

  private static String classPath(String home, String module) {
    String given = System.getProperty("clinic.classpath." + module, "");
    return given.isEmpty()
        ? home + "/" + module + "/target/classes:" + home + "/" + module + "/target/lib/*"
        : given;
  }
}
