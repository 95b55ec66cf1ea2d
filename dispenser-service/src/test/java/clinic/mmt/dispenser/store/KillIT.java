package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process that appends: what it answered is there (H50, H52). */
class KillIT {

  private static final int ROUNDS = 20;
  private static final int ACKS_MAX = 300;

  @TempDir private Path folder = Path.of("");

  @Test
  void everyAnsweredEntryOutlivesAKill() throws Exception { // H50
    Path ledger = folder.resolve("ledger.db");
    Random random = new Random(50);
    long acked = 0;
    for (int round = 0; round < ROUNDS; round++) {
      acked = killedAfter(ledger, round, 1 + random.nextInt(ACKS_MAX));
      SqliteJournal.open(ledger, new SecureSalts()).close();
      VerifyReport report = JournalVerifier.verify(ledger, VerifyOptions.ALL);
      long entries = assertInstanceOf(VerifyReport.Good.class, report, report.line()).entries();
      assertTrue(entries >= acked, entries + " entries and " + acked + " was answered");
    }
    assertTrue(acked > ROUNDS, "the control: it appended at all");
  }

  /** Kills the process after some answers; the last answer it was heard to give. */
  private static long killedAfter(Path ledger, int round, int acks) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppendLoop.class.getName(),
                ledger.toString(),
                Integer.toString(round))
            .redirectErrorStream(false)
            .start();
    long last = 0;
    try (BufferedReader out = process.inputReader()) {
      int heard = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line.matches("[0-9]+") ? Long.parseLong(line) : last;
        heard++;
        if (heard == acks) {
          process.toHandle().destroyForcibly(); // The process itself would close our end too.
        }
      }
    }
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return last;
  }
}
