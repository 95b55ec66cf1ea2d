package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.report.DispensingLog;
import clinic.mmt.dispenser.app.report.Reports;
import clinic.mmt.dispenser.app.site.Sealed;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.sheet.Sheet;
import clinic.mmt.dispenser.sheet.SheetExcel;
import clinic.mmt.dispenser.sheet.SheetPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All sheets of a period in one file, with a manifest that the site signs (Ed25519): {@code
 * manifest.txt} has the SHA-256 of every file and is signed as it stands, by {@code manifest.sig}
 * under {@code key.pem}. {@code openssl} and {@code sha256sum} are enough to check it.
 */
final class InspectorsPack {

  /** First line of a manifest: a signature is not taken for one of another kind. */
  static final String KIND = "MI1";

  private final SheetText text;
  private final Fact.JournalOpened opened;
  private final SiteBook site;
  private final Map<String, byte[]> files = new TreeMap<>();

  InspectorsPack(SheetText text, Fact.JournalOpened opened, SiteBook site) {
    this.text = text;
    this.opened = opened;
    this.site = site;
  }

  /** The file; with names, so it is for the inspector alone. */
  byte[] zip(Reports.Papers papers, Map<PatientId, Person> people, Sheet staff) {
    both("staff", staff);
    StockSheets stock = new StockSheets(text, opened.clinic());
    both("stock-report", stock.report(papers.stock(), java.util.List.of()));
    both("stock-card", stock.card(papers.stock()));
    both("documents", new DocumentSheet(text, opened.clinic()).of(papers));
    papers.days().forEach(day -> pdf("days/day-sheet-" + day.day(), stock.day(day)));
    for (DispensingLog log : papers.logs()) {
      Sheet sheet = new LogSheet(text, people, ZoneId.of(opened.zone())).of(log, opened.clinic());
      pdf("days/dispensing-log-" + log.day(), sheet);
    }
    put(
        "checkpoints.txt",
        papers.checkpoints().stream()
            .map(Checkpoint::line)
            .collect(Collectors.joining("\n", "", "\n")));
    seal();
    return zipped();
  }

  private void both(String name, Sheet sheet) {
    pdf(name, sheet);
    files.put(name + ".xlsx", SheetExcel.of(sheet));
  }

  private void pdf(String name, Sheet sheet) {
    files.put(name + ".pdf", SheetPdf.of(sheet));
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void seal() {
    String lines =
        files.entrySet().stream()
            .map(file -> Digests.sha256(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    Sealed sealed = site.key().seal(KIND, lines);
    put("manifest.txt", KIND + "\n" + lines);
    files.put("manifest.sig", Base64.getUrlDecoder().decode(sealed.signature()));
    put(
        "key.pem",
        "-----BEGIN PUBLIC KEY-----\n" + site.key().publicText() + "\n-----END PUBLIC KEY-----\n");
    put("how-to-check.txt", how());
  }

  private static String how() {
    return """
        Cách kiểm tra / how to check:
          openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest.txt -sigfile manifest.sig
          tail -n +2 manifest.txt | sha256sum -c
        So sánh key.pem với khóa của cơ sở đã biết từ trước; so sánh checkpoints.txt với các tờ điểm mốc đã giữ.
        Compare key.pem with the site's key as it was known before, and checkpoints.txt with the sheets that were kept.
        """;
  }

  private byte[] zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
