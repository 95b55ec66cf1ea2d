package clinic.mmt.sim.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.rig.Needs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A witness from outside: the program of libnfc reads a card from the simulated chip. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NfcListTest {

  private static final String BENCH =
      """
      devices:
        - {name: nfc-1, model: pn532, card: 04A2B3C4}
        - {name: nfc-2, model: pn532, card: "04112233445577:desfire"}
        - {name: nfc-3, model: pn532}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void libnfcReadsTheCards() throws Exception {
    Needs.program("nfc-list", "libnfc-bin");
    Bench bench = new Bench(BenchFile.read("b", BENCH), new PtyCables(folder), 1, Speed.REAL);
    RunningBench running = RunningBench.start(bench, Optional.empty(), folder, () -> {});
    try {
      String classic = nfcList("nfc-1");
      assertTrue(classic.contains("1 ISO14443A passive target(s) found"), classic);
      assertTrue(classic.contains("UID (NFCID1): 04  a2  b3  c4"), classic);
      assertTrue(classic.contains("MIFARE Classic 1K"), classic);
      String desfire = nfcList("nfc-2");
      assertTrue(desfire.contains("UID (NFCID1): 04  11  22  33  44  55  77"), desfire);
      assertTrue(desfire.contains("Compliant with ISO/IEC 14443-4"), desfire);
      String none = nfcList("nfc-3");
      assertTrue(none.contains("0 ISO14443A passive target(s) found"), "control: " + none);
    } finally {
      running.close();
    }
  }

  private String nfcList(String device) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("nfc-list", "-v").redirectErrorStream(true);
    builder.environment().put("LIBNFC_DEFAULT_DEVICE", "pn532_uart:" + folder.resolve(device));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
