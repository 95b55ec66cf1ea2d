package clinic.mmt.dispenser.main.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.main.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The same seed gives the same journal in every process: some of the JDK's collections are ordered
 * anew in each, so that one process alone would never show what hangs on it.
 */
class SameSeedIT {

  private static final int PATIENTS = 60;
  private static final int DAYS = 40;

  private static String lastLine(int days) throws IOException {
    String who =
        IntStream.range(0, PATIENTS).mapToObj(String::valueOf).collect(Collectors.joining(","));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "simulate",
                "--clinic-years",
                "1"));
    command.addAll(List.of("--seed", "1", "--faults", "all", "--patients", who));
    command.addAll(List.of("--days", "0-" + days));
    java.lang.Process run =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return out.strip().lines().reduce("", (before, line) -> line);
  }

  @Test
  void theSameSeedGivesTheSameJournalInAnotherProcess() throws IOException {
    String one = lastLine(DAYS);
    assertEquals("violations 0", one.replaceAll(".*(violations \\d+).*", "$1"), one);
    assertEquals(one, lastLine(DAYS));
  }
}
