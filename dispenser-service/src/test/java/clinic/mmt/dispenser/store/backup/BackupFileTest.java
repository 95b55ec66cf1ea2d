package clinic.mmt.dispenser.store.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sealed file with others in it. */
class BackupFileTest {

  private static final String WORDS = "bảy chữ không ai đoán được";
  private static final Instant AT = Instant.parse("2026-03-02T12:30:00Z");

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void made() throws Exception {
    Files.writeString(folder.resolve("ledger.db"), "the ledger");
    Files.write(folder.resolve("people.db"), new byte[150_000]);
    file = folder.resolve("one.backup");
    BackupFile.write(
        file,
        new BackupFile.About("vn-000", AT, Header.Kind.DATA, "7:ab"),
        Passphrase.ofText(WORDS),
        List.of(folder.resolve("ledger.db"), folder.resolve("people.db")));
  }

  private static StoreException refused(Path file, String words) {
    return assertThrows(
        StoreException.class,
        () ->
            BackupFile.read(
                file, Passphrase.ofText(words), name -> OutputStream.nullOutputStream()));
  }

  private Path with(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("other.backup"), bytes);
  }

  @Test
  void itsFilesComeOutAsTheyWent() throws Exception {
    Map<String, ByteArrayOutputStream> out = new HashMap<>();
    List<String> names =
        BackupFile.read(
            file,
            Passphrase.ofText(WORDS),
            name -> out.computeIfAbsent(name, n -> new ByteArrayOutputStream()));
    assertEquals(List.of("ledger.db", "people.db"), names);
    for (String name : names) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(name)),
          out.getOrDefault(name, new ByteArrayOutputStream()).toByteArray());
    }
    Header header = BackupFile.header(file);
    assertEquals("vn-000", header.clinic());
    assertEquals(AT, header.at());
    assertEquals("7:ab", header.head());
  }

  @Test
  void nothingInsideCanBeReadWithoutThePassphrase() throws Exception {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("methadone clinic backup 1\nclinic vn-000\n"), "the control");
    assertFalse(text.contains("the ledger"));
    StoreException wrong = refused(file, WORDS + " ");
    assertEquals(StoreException.Reason.WRONG_PASSPHRASE, wrong.reason());
  }

  @Test
  void twoBackupsOfTheSameShareNothingSealed() throws Exception {
    Path again = folder.resolve("two.backup");
    BackupFile.write(
        again,
        new BackupFile.About("vn-000", AT, Header.Kind.DATA, "7:ab"),
        Passphrase.ofText(WORDS),
        List.of(folder.resolve("ledger.db"), folder.resolve("people.db")));
    byte[] one = Files.readAllBytes(file);
    byte[] two = Files.readAllBytes(again);
    assertEquals(one.length, two.length);
    assertFalse(Arrays.equals(one, one.length - 16, one.length, two, two.length - 16, two.length));
  }

  @Test
  void changedLinesOfTheBeginningAreRefused() throws Exception {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    for (String[] change :
        new String[][] {
          {"vn-000", "vn-001"}, {"head 7:ab", "head 9:ab"}, {"12:30:00Z", "12:30:01Z"}
        }) {
      byte[] bytes = text.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1);
      assertEquals(
          StoreException.Reason.WRONG_PASSPHRASE, refused(with(bytes), WORDS).reason(), change[1]);
    }
    for (String[] change :
        new String[][] {
          {"backup 1", "backup 2"},
          {"kind DATA", "kind OTHER"},
          {"salt ", "salt 00"},
          {"nonce ", "nonsense "},
          {"at 2026", "at MMXXVI"}
        }) {
      byte[] bytes = text.replace(change[0], change[1]).getBytes(StandardCharsets.ISO_8859_1);
      assertEquals(
          StoreException.Reason.DAMAGED_BACKUP, refused(with(bytes), WORDS).reason(), change[1]);
    }
  }

  @Test
  void damageInsideAndACutEndAreToldApartFromAWrongPassphrase() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[whole.length - 20] ^= 1;
    assertEquals(StoreException.Reason.DAMAGED_BACKUP, refused(with(changed), WORDS).reason());
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    assertEquals(StoreException.Reason.DAMAGED_BACKUP, refused(with(cut), WORDS).reason());
    refused(with(new byte[0]), WORDS);
    refused(with(Arrays.copyOf(whole, 30)), WORDS);
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() throws Exception {
    Path evil = Files.writeString(folder.resolve("Evil"), "x");
    Path sealed = folder.resolve("evil.backup");
    BackupFile.write(
        sealed,
        new BackupFile.About("vn-000", AT, Header.Kind.DATA, "-"),
        Passphrase.ofText(WORDS),
        List.of(evil));
    assertEquals(StoreException.Reason.DAMAGED_BACKUP, refused(sealed, WORDS).reason());
  }

  @Test
  void aPassphraseHasTwelveCharacters() throws Exception {
    assertThrows(StoreException.class, () -> Passphrase.ofText("elevenchars"));
    assertEquals("•••", Passphrase.ofText("twelve chars").toString());
    Path words = Files.writeString(folder.resolve("words"), "  " + WORDS + " \nsecond line\n");
    BackupFile.read(file, Passphrase.of(words), name -> OutputStream.nullOutputStream());
    assertThrows(StoreException.class, () -> Passphrase.of(folder.resolve("nowhere")));
  }
}
