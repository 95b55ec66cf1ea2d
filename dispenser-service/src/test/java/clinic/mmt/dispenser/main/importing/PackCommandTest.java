package clinic.mmt.dispenser.main.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.domain.pack.Samples;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.VerifyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The contract of {@code pack}: report, exit codes, once and whole. */
class PackCommandTest {

  private static final SiteName A = new SiteName("clinic-a");
  private static final SiteName B = new SiteName("clinic-b");
  private static final SiteKey KEY_A = SiteKey.of(new byte[32]);

  @TempDir private Path folder = Path.of("");
  private SiteBook home = SiteBook.alone(A, KEY_A);

  private record Ran(int code, String out, String err) {
    String last() {
      return out.lines().reduce("", (a, b) -> b);
    }
  }

  @BeforeEach
  void configure() throws Exception {
    Files.writeString(
        folder.resolve("clinic.yaml"),
        """
        clinic: {id: clinic-b, type: dispensing, zone: Asia/Ho_Chi_Minh, site: default}
        mode: training
        data: data
        http: {host: 127.0.0.1, port: 0}
        stations:
          s1:
            pump: {model: new-era, link: "tcp://127.0.0.1:1", rate-ml-per-min: 20}
            scale: {model: mt-sics, link: "tcp://127.0.0.1:2"}
            fingerprint: {model: zfm-20, link: "tcp://127.0.0.1:3"}
            token: {model: rdm6300, link: "tcp://127.0.0.1:4"}
        sites:
          clinic-a: {key: "%s"}
        """
            .formatted(KEY_A.publicText()));
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      SiteKey own = SiteKey.of(data.siteKey());
      home =
          new SiteBook(
              A,
              SiteKind.TREATMENT,
              KEY_A,
              Map.of(B, SiteKey.publicKey(own.publicText()).orElseThrow()));
    }
  }

  private void ledger() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        SqliteJournal journal = SqliteJournal.open(data.ledger(), () -> Bytes.of(new byte[16]))) {
      assertEquals(0, journal.head());
    }
  }

  private Path file(OrderPackText text) throws IOException {
    byte[] chance = new byte[32];
    chance[0] = 5;
    return Files.writeString(
        folder.resolve("orders.mmtpack"), home.close("MO1", text.write(), B, chance).text());
  }

  private static OrderPackText fresh() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return new OrderPackText(
        new PackHead(A, B, 1, now), now.plus(Duration.ofDays(3)), Samples.orders().patients());
  }

  private Ran run(Path file, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments = new java.util.ArrayList<>(List.of(options));
    arguments.addFirst(file.toString());
    arguments.addAll(List.of("--config", folder.resolve("clinic.yaml").toString()));
    CommandLine line =
        new CommandLine(new PackCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new Ran(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
  }

  private List<PatientId> patients() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        SqliteJournal journal = SqliteJournal.open(data.ledger(), () -> Bytes.of(new byte[16]))) {
      return journal.look(reads -> reads.patients());
    }
  }

  @Test
  void aPackIsLookedAtThenTakenInOnce() throws Exception {
    ledger();
    Path file = file(fresh());
    Ran dry = run(file, "--dry-run");
    assertEquals(0, dry.code(), dry.err());
    assertTrue(dry.last().startsWith("pack 1 from clinic-a lines "), dry.out());
    assertTrue(dry.last().endsWith(" taken no"), dry.out());
    assertTrue(dry.out().contains("new p01: new here"), dry.out());
    assertEquals(List.of(), patients(), "nothing was noted");
    Ran taken = run(file, "--apply", "--language", "vi");
    assertEquals(0, taken.code(), taken.err());
    assertTrue(taken.last().endsWith(" taken yes"), taken.out());
    assertTrue(taken.out().contains("look no-order p02: không có y lệnh hôm nay"), taken.out());
    assertEquals(2, patients().size());
    Ran again = run(file, "--apply");
    assertEquals(1, again.code());
    assertTrue(again.err().contains("pack-taken: Pack 1 was taken in already."), again.err());
    assertTrue(
        JournalVerifier.verify(
                folder.resolve("data/ledger.db"),
                VerifyOptions.ALL.withPeople(folder.resolve("data/people.db")))
            .ok());
  }

  @Test
  void whatCannotBeTakenInSaysWhyAndTheWayOn() throws Exception {
    Path file = file(Samples.orders());
    assertEquals(3, run(file, "--apply").code(), "no ledger here yet");
    ledger();
    Ran old = run(file, "--apply", "--language", "vi");
    assertEquals(1, old.code());
    assertTrue(old.err().contains("pack-expired: Gói đã hết hạn. → xin gói mới"), old.err());
    Files.writeString(file, Files.readString(file).replace("box: ", "box: A"));
    assertTrue(run(file, "--apply").err().contains("pack-altered: "));
    assertTrue(
        run(Files.writeString(file, "kind: MD1\n"), "--dry-run").err().contains("no-pack: "));
    assertEquals(2, run(folder.resolve("none"), "--dry-run").code());
    assertEquals(2, run(file).code(), "one of the two has to be said");
    assertEquals(List.of(), patients());
  }
}
