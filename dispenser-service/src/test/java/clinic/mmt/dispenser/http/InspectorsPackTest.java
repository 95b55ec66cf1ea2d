package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.people.StaffAccount;
import clinic.mmt.dispenser.app.report.DispensingLog;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.sheet.Sheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The pack holds what it says, and its manifest is signed as it stands (R-92, H67). */
class InspectorsPackTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Map<String, byte[]> pack() throws IOException {
    Checkpoint checkpoint =
        CheckpointKey.of(new byte[32])
            .sign(
                "clinic-a",
                1,
                new Checkpoint.Head(
                    7, "5cee1139a3a1194a22857b3a7e8119fe3d043d6766ca0348ac6afa92c5e0f277"),
                Instant.parse("2026-03-02T10:00:00Z"));
    Reports.Papers papers =
        new Reports.Papers(
            StockSheetsTest.report(List.of()),
            List.of(
                new Reports.DayOf(
                    DAY, List.of(), StockSheetsTest.report(List.of()), Optional.of(checkpoint))),
            List.of(new DispensingLog(DAY, List.of())),
            List.of(checkpoint),
            new Reports.Documents(List.of(), List.of(), List.of(), List.of()));
    InspectorsPack pack =
        new InspectorsPack(
            SheetText.of("vi"),
            new Fact.JournalOpened("clinic-a", "TRAINING", "Asia/Ho_Chi_Minh"),
            SiteBook.alone(new SiteName("clinic-a"), SiteKey.of(new byte[32])));
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(pack.zip(papers, Map.of(), staff())))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static Sheet staff() {
    StaffId doctor = new StaffId("S-2");
    return new StaffSheet(SheetText.of("vi"), "clinic-a")
        .of(
            List.of(new StaffAccount(doctor, "lan", "BS. Lan", "$argon2id$")),
            List.of(
                new Reports.Employed(
                    doctor,
                    Set.of(Role.PRESCRIBER, Role.HEAD),
                    List.of(
                        new Certificate(
                            "C-1", doctor, Role.PRESCRIBER, "CC-7", DAY, Optional.empty()))),
                new Reports.Employed(new StaffId("S-1"), Set.of(Role.DISPENSER), List.of())));
  }

  @Test
  void theStaffAreListedWithFunctionsAndCertificates() {
    List<List<String>> rows =
        List.of(
            List.of("S-1", "-", "cấp phát", ""),
            List.of("S-2", "BS. Lan", "bác sĩ, người đứng đầu", "CC-7, 02/03/2026"));
    assertEquals(
        rows.stream().map(row -> row.stream().map(Sheet.Cell::of).toList()).toList(),
        staff().tables().getFirst().rows());
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static boolean genuine(Map<String, byte[]> files, byte[] manifest) throws Exception {
    String pem = new String(file(files, "key.pem"), StandardCharsets.UTF_8);
    PublicKey key =
        SiteKey.publicKey(pem.replaceAll("-----[A-Z ]+-----", "").strip()).orElseThrow();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(manifest);
    return signature.verify(file(files, "manifest.sig"));
  }

  @Test
  void everyFileIsInTheManifestWithItsDigest() throws Exception {
    Map<String, byte[]> files = pack();
    List<String> lines =
        new String(file(files, "manifest.txt"), StandardCharsets.UTF_8).lines().toList();
    assertEquals("MI1", lines.getFirst());
    List<String> named = lines.stream().skip(1).map(line -> line.substring(66)).toList();
    assertEquals(
        List.of(
            "checkpoints.txt",
            "days/day-sheet-2026-03-02.pdf",
            "days/dispensing-log-2026-03-02.pdf",
            "documents.pdf",
            "documents.xlsx",
            "staff.pdf",
            "staff.xlsx",
            "stock-card.pdf",
            "stock-card.xlsx",
            "stock-report.pdf",
            "stock-report.xlsx"),
        named);
    for (String line : lines.subList(1, lines.size())) {
      assertEquals(line.substring(0, 64), Digests.sha256(file(files, line.substring(66))));
    }
    assertTrue(
        new String(file(files, "checkpoints.txt"), StandardCharsets.UTF_8)
            .startsWith("MC1 clinic-a 1 7 5cee"));
  }

  @Test
  void theManifestIsSignedAndAnotherOneIsNot() throws Exception {
    Map<String, byte[]> files = pack();
    byte[] manifest = file(files, "manifest.txt");
    assertTrue(genuine(files, manifest));
    byte[] other = manifest.clone();
    other[5] ^= 1; // the control: one bit of one digest
    assertFalse(genuine(files, other));
    assertArrayEquals(manifest, file(files, "manifest.txt"));
  }
}
