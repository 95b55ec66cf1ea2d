package clinic.mmt.dispenser.app.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.Samples;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A file is closed for one site, signed by another, and not altered by a single letter (R-132). The
 * files beside this test are those of {@code docs/pack-format.md}.
 */
class PackFileTest {

  private static final SiteName A = new SiteName("clinic-a");
  private static final SiteName B = new SiteName("clinic-b");
  private static final Path VECTORS = Path.of("src/test/resources/packs");

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static final SiteKey KEY_A = SiteKey.of(filled(1));
  private static final SiteKey KEY_B = SiteKey.of(filled(2));

  private static PublicKey publicOf(SiteKey key) {
    return SiteKey.publicKey(key.publicText()).orElseThrow();
  }

  private static SiteBook a() {
    return new SiteBook(A, SiteKind.TREATMENT, KEY_A, Map.of(B, publicOf(KEY_B)));
  }

  private static SiteBook b() {
    return new SiteBook(B, SiteKind.DISPENSING, KEY_B, Map.of(A, publicOf(KEY_A)));
  }

  private static String closed(String kind, String text) {
    return a().close(kind, text, B, filled(3)).text();
  }

  private static Optional<String> opened(String kind, String file) {
    return PackFile.read(kind, file).flatMap(pack -> b().open(pack));
  }

  /** RFC 7748, section 6.1: what Alice and Bob know together. */
  @Test
  void theAgreementIsThatOfTheStandard() throws Exception {
    HexFormat hex = HexFormat.of();
    byte[] alice = hex.parseHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    byte[] bob = hex.parseHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    assertEquals(
        "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        hex.formatHex(Curve.publicOf(Curve.scalar(alice))));
    assertEquals(
        "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
        hex.formatHex(
            Curve.agreed(Curve.scalar(alice), Curve.point(Curve.publicOf(Curve.scalar(bob))))));
  }

  /** The two ways from one signing key, over its private and over its public half, meet. */
  @Test
  void whatIsClosedWithThePublicKeyIsOpenedWithThePrivateOne() throws Exception {
    SplittableRandom random = new SplittableRandom(132);
    for (int i = 0; i < 100; i++) {
      byte[] seed = new byte[32];
      random.nextBytes(seed);
      SiteKey key = SiteKey.of(seed);
      assertArrayEquals(Curve.publicOf(key.opening()), Curve.bytes(Curve.closing(key.publicKey())));
    }
  }

  @Test
  void aFileOfTodayIsThatOfTheExample() throws Exception {
    vector("orders", "MO1", Samples.orders().write());
    vector("doses", "MD1", Samples.doses().write());
    assertEquals(
        Optional.of(Samples.orders()),
        opened("MO1", Files.readString(VECTORS.resolve("orders.mmtpack")))
            .flatMap(OrderPackText::read));
    assertEquals(
        Optional.of(Samples.doses()),
        opened("MD1", Files.readString(VECTORS.resolve("doses.mmtpack")))
            .flatMap(DosePackText::read));
  }

  private static void vector(String name, String kind, String text) throws Exception {
    if (Boolean.getBoolean("write.docs")) {
      Files.createDirectories(VECTORS);
      Files.writeString(VECTORS.resolve(name + ".txt"), text);
      Files.writeString(VECTORS.resolve(name + ".mmtpack"), closed(kind, text));
    }
    assertEquals(Files.readString(VECTORS.resolve(name + ".txt")), text);
    assertEquals(Files.readString(VECTORS.resolve(name + ".mmtpack")), closed(kind, text));
  }

  @Test
  void noLetterOfItTellsOfAPerson() {
    String file = closed("MO1", Samples.orders().write());
    assertFalse(file.contains("Người") || file.contains("p01") || file.contains("60000"), file);
    assertNotEquals(
        file, a().close("MO1", Samples.orders().write(), B, filled(4)).text(), "chance is in it");
    assertFalse(PackFile.read("MO1", file).orElseThrow().toString().contains("box"));
  }

  /** Another site, the sender itself and a stranger open nothing. */
  @Test
  void onlyTheSiteThatItIsForOpensIt() {
    String file = closed("MO1", "text");
    assertEquals(Optional.of("text"), opened("MO1", file), "the control");
    PackFile pack = PackFile.read("MO1", file).orElseThrow();
    assertEquals(Optional.empty(), pack.open(KEY_A));
    assertEquals(Optional.empty(), pack.open(SiteKey.of(filled(9))));
  }

  /** Everybody can close a file for a site whose key is known: who wrote it is signed inside. */
  @Test
  void aFileThatAnotherKeySignedIsNotOpened() {
    PackFile.Way way = new PackFile.Way(A, B);
    PackFile forged =
        PackFile.close(SiteKey.of(filled(9)).seal("MO1", "text"), way, publicOf(KEY_B), filled(3));
    assertTrue(forged.open(KEY_B).isPresent(), "the control: it is closed as it should be");
    assertEquals(Optional.empty(), b().open(forged));
    PackFile otherKind = PackFile.close(KEY_A.seal("MG1", "text"), way, publicOf(KEY_B), filled(3));
    assertEquals(Optional.empty(), PackFile.read("MO1", otherKind.text()));
    PackFile relabelled =
        PackFile.close(
            new Sealed("MO1", "text", KEY_A.seal("MG1", "text").signature()),
            way,
            publicOf(KEY_B),
            filled(3));
    assertEquals(Optional.empty(), b().open(relabelled), "a letter's signature is no pack's");
  }

  @Test
  void everyLetterThatIsChangedIsSeen() {
    String file = closed("MO1", "patient: p01\n");
    for (int at = 0; at < file.length(); at++) {
      for (char other : new char[] {'A', 'b', '7', '_', ' ', '\n', 'ế'}) {
        boolean end = at == file.length() - 1;
        if (file.charAt(at) != other && !(end && other == '\n')) {
          String changed = file.substring(0, at) + other + file.substring(at + 1);
          if (!changed.strip().equals(file.strip())) {
            assertEquals(Optional.empty(), opened("MO1", changed), at + " " + other);
          }
        }
      }
    }
  }

  @Test
  void everyCutIsSeen() {
    String file = closed("MO1", "patient: p01\n");
    for (int end = 0; end < file.length() - 1; end++) {
      assertEquals(Optional.empty(), opened("MO1", file.substring(0, end)), "at " + end);
    }
  }

  @Test
  void anythingElseIsNoTrouble() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[random.nextInt(600)];
      random.nextBytes(bytes);
      String noise = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertEquals(Optional.empty(), opened("MO1", noise));
      String box = closed("MO1", "x").replaceAll("(?m)^(key|box): .*$", "$1: " + line(noise));
      assertEquals(Optional.empty(), opened("MO1", box));
    }
  }

  private static String line(String noise) {
    return java.util.regex.Matcher.quoteReplacement(noise.replaceAll("\\R", " "));
  }

  /** A mail program may change the ends of lines; that changes nothing. */
  @Test
  void otherEndsOfLinesAreTheSameFile() {
    String file = closed("MO1", "text");
    assertEquals(Optional.of("text"), opened("MO1", file.replace("\n", "\r\n")));
    assertEquals(Optional.of("text"), opened("MO1", file.strip()));
  }

  @Test
  void aHugeFileIsNotRead() {
    String file = closed("MO1", "text");
    int room = PackFile.CHARACTERS_MOST - file.length() + 1;
    assertTrue(PackFile.read("MO1", file.strip() + "A".repeat(room)).isPresent());
    assertEquals(Optional.empty(), PackFile.read("MO1", file.strip() + "A".repeat(room + 1)));
  }
}
