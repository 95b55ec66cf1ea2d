package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.Needs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code docs/inspector/verify.py}, kept running: starting Python for each of thousands of files
 * would take longer than looking at them.
 */
final class OtherVerifier implements AutoCloseable {

  static final Path PROGRAM = Path.of("../docs/inspector/verify.py");

  private static final String LOOP =
      """
      import sys
      sys.path.insert(0, sys.argv[1])
      sys.dont_write_bytecode = True
      import verify
      for line in sys.stdin:
          ledger, outside = line.rstrip("\\n").split("\\t")
          kept = verify.read_outside(outside) if outside else ({}, [])
          print(verify.verify(ledger, kept)[0], flush=True)
      """;

  private final Process process;
  private final Writer asked;
  private final BufferedReader answers;

  private OtherVerifier(Process process) {
    this.process = process;
    this.asked = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Started; the test is skipped where a program lacks, and fails in CI. */
  static OtherVerifier started() throws Exception {
    Needs.orSkip(
        runs("python3", "-c", "import sqlite3; assert sqlite3.sqlite_version_info >= (3, 37)"),
        "python3 with SQLite 3.37 or newer (Debian: python3)");
    Needs.orSkip(
        runs("openssl", "pkeyutl", "-help") && runs("openssl", "list", "-providers"),
        "openssl 3 (Debian: openssl)");
    return new OtherVerifier(
        new ProcessBuilder("python3", "-c", LOOP, String.valueOf(PROGRAM.getParent()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Its verdict on a ledger. */
  String verdict(Path ledger, Optional<Path> outside) {
    try {
      asked.write(ledger + "\t" + outside.map(Path::toString).orElse("") + "\n");
      asked.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("verify.py ended at " + ledger);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program says and its exit code, run as an inspector runs it. */
  static List<String> typed(String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("python3", PROGRAM.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said =
        new java.util.ArrayList<>(process.inputReader(StandardCharsets.UTF_8).lines().toList());
    said.add("exit " + process.waitFor());
    return said;
  }

  /** Its input ends, and so does it. */
  @Override
  public void close() throws IOException {
    asked.close();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
