package clinic.mmt.dispenser.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of our programs as a process of its own; what it says goes to two files. */
final class Child implements AutoCloseable {

  private static final int WAIT_SECONDS_MOST = 60;
  private static final int LOOK_MILLIS = 10;

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code main} with {@code args}; files are named {@code name} in {@code folder}. */
  static Child start(Path folder, String name, String main, List<String> args) throws IOException {
    return start(List.of(), folder, name, main, args);
  }

  /** The same, by way of another program whose last argument is a command. */
  static Child start(List<String> before, Path folder, String name, String main, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx256m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(args);
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()))
            .start();
    return new Child(process, out, err);
  }

  /** Waits until it says {@code ready}; fails with its errors when it ends before. */
  Child ready() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MOST);
    while (!said().contains("\nready\n")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("did not start: " + said() + complained());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return this;
  }

  /** All it said so far, after a line end. */
  String said() throws IOException {
    return "\n" + Files.readString(out, StandardCharsets.UTF_8);
  }

  /** All it wrote to its log so far. */
  String complained() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }

  /** What follows a word at the beginning of a line it said. */
  String said(String word) throws IOException {
    return said()
        .lines()
        .filter(l -> l.startsWith(word + " "))
        .map(l -> l.substring(word.length() + 1))
        .findFirst()
        .orElse("");
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** kill -9, and it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(WAIT_SECONDS_MOST, TimeUnit.SECONDS);
  }

  /** SIGTERM. */
  void term() {
    process.toHandle().destroy();
  }

  /** Its exit code; -1 when it still runs after {@code seconds}. */
  int exit(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
