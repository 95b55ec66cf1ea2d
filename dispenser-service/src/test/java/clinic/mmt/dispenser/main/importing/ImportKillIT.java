package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that dies in the middle of an import: people file and ledger agree afterwards. */
class ImportKillIT {

  private static final int PATIENTS = 250;
  private static final String FIRST = "000D000000";
  private static final String LAST = "000D0000F9";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "person, 100, false",
    "entry, 4, false",
    "entry, 600, false",
    "entry, 1003, false",
    "durable, 0, true"
  })
  void allOrNobody(String where, int at, boolean taken) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("clinic.yaml"),
            """
            clinic: {id: import-test, zone: Asia/Ho_Chi_Minh, site: default}
            mode: training
            data: data
            http: {host: 127.0.0.1, port: 0}
            stations:
              s1:
                pump: {model: new-era, link: "tcp://127.0.0.1:1", rate-ml-per-min: 20}
                scale: {model: mt-sics, link: "tcp://127.0.0.1:2"}
                fingerprint: {model: zfm-20, link: "tcp://127.0.0.1:3"}
                token: {model: rdm6300, link: "tcp://127.0.0.1:4"}
            """);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    Path file =
        Files.writeString(
            folder.resolve("patients.csv"), Invented.csv(new Invented(today, 4).lines(PATIENTS)));
    assertEquals(137, halted(config, file, where, at), "the control: it was killed there");
    try (Books books = Books.open(ConfigFile.read(config), new SecureSalts())) {
      var people = books.house().people();
      assertEquals(taken ? 1 : 0, new ImportSigning(books.house()).imports().size());
      assertEquals(Set.of(), Books.ask(people.imports()::staged), "tidied up");
      for (String code : List.of(FIRST, LAST)) {
        Optional<PatientId> holder = Books.ask(reply -> people.byToken(code, reply));
        assertEquals(taken, holder.isPresent(), code);
      }
    }
    VerifyReport report =
        JournalVerifier.verify(
            folder.resolve("data/ledger.db"),
            VerifyOptions.ALL.withPeople(folder.resolve("data/people.db")));
    assertTrue(report.ok(), report.line());
  }

  private static int halted(Path config, Path file, String where, int at) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HaltedImport.class.getName(),
                config.toString(),
                file.toString(),
                where,
                Integer.toString(at))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return process.exitValue();
  }
}
