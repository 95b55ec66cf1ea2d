package clinic.mmt.device.token.qrcdc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors;
import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.ParserCases;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.TextLineFraming;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Text of codes under damage. A text has no check on its line, so most damage is another text; what
 * is taken is the text of the bytes that came, and another person's only where two people's codes
 * differ by as little.
 */
class ScannedDamageTest {

  private static final int COUNT = 100_000;
  private static final int PEOPLE = 1_000;

  /** Clinic card, citizen card of both forms, health insurance of both forms. */
  private static List<Octets> codes() {
    return Stream.of("cr", "insurance")
        .flatMap(file -> Vectors.of("qr-cdc/vectors/" + file + ".txt").stream())
        .filter(vector -> !vector.isNegative() && vector.bytes().length() > 40)
        .map(Vectors.Vector::bytes)
        .toList();
  }

  private static List<Scan.Frame> frames(Octets bytes) {
    return new FrameScanner(TextLineFraming.idle())
        .feed(bytes).stream()
            .filter(Scan.Frame.class::isInstance)
            .map(Scan.Frame.class::cast)
            .toList();
  }

  /**
   * What may differ: byte order mark and NULs around the text and an AIM id are dropped, and the
   * rest is in normal form C.
   */
  private static String normalised(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    int from = 0;
    int to = text.length();
    while (from < to && (text.charAt(from) == 0 || text.charAt(from) == '\uFEFF')) {
      from++;
    }
    while (to > from && text.charAt(to - 1) == 0) {
      to--;
    }
    String bare = text.substring(from, to);
    boolean aim = bare.matches("(?s)\\][A-Za-z][0-9A-Za-z].*");
    return Normalizer.normalize(aim ? bare.substring(3) : bare, Normalizer.Form.NFC);
  }

  @Test
  void whatIsAcceptedIsTheTextOfTheBytesThatCame() {
    SplittableRandom random = new SplittableRandom(0x5EED);
    List<Octets> codes = codes();
    assertEquals(5, codes.size(), "control: each kind of code");
    long others = 0;
    long unchanged = 0;
    for (int i = 0; i < COUNT; i++) {
      Octets code = codes.get(i % codes.size());
      boolean other = false;
      for (Scan.Frame frame : frames(ParserCases.damaged(code, random))) {
        if (Scanned.read(frame.content()) instanceof Scanned.Code(var token)) {
          byte[] line = frame.content().toArray();
          assertEquals(normalised(line), token.canonical());
          assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(token.canonical()));
          // Strict: bytes that are no UTF-8 would come back as others.
          String text = new String(line, StandardCharsets.UTF_8);
          assertEquals(Octets.of(line), Octets.of(text.getBytes(StandardCharsets.UTF_8)));
          other |=
              !token.canonical().equals(normalised(code.slice(0, code.length() - 1).toArray()));
        }
      }
      others += other ? 1 : 0;
      unchanged += other ? 0 : 1;
    }
    ParserCases.note("QR text", others, COUNT);
    assertTrue(unchanged > COUNT / 100, "control: some damage is found or harmless: " + unchanged);
    assertTrue(others > COUNT / 10, "control: there is no check: " + others);
  }

  /** As near to each other as codes can be: people whose numbers follow each other. */
  private static String citizen(int number) {
    return "0000990%05d||Trần Thị Mẫu|02011999|Nữ|Phường Mẫu, Hà Nội|03082024||||"
        .formatted(number);
  }

  /** A clinic card's 128 bits of chance and 40 bits of check: here 33 letters of chance. */
  private static String clinicCard(SplittableRandom random) {
    StringBuilder text = new StringBuilder("MC1.");
    for (int i = 0; i < 26; i++) {
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
    }
    text.append(".1.");
    for (int i = 0; i < 8; i++) {
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(random.nextInt(32)));
    }
    return text.toString();
  }

  private static long ofOtherPeople(List<String> people) {
    Set<String> all = new HashSet<>(people);
    SplittableRandom random = new SplittableRandom(0x5EED);
    long wrong = 0;
    for (int i = 0; i < COUNT; i++) {
      String own = people.get(i % people.size());
      Octets code = Octets.of((own + "\r").getBytes(StandardCharsets.UTF_8));
      for (Scan.Frame frame : frames(ParserCases.damaged(code, random))) {
        if (Scanned.read(frame.content()) instanceof Scanned.Code(var token)) {
          String read = token.canonical();
          wrong += !read.equals(own) && all.contains(read) ? 1 : 0;
        }
      }
    }
    return wrong;
  }

  @Test
  void aDamagedCodeIsAnotherPersonsOnlyWhereNumbersFollowEachOther() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> cards = Stream.generate(() -> clinicCard(random)).limit(PEOPLE).toList();
    List<String> citizens =
        Stream.iterate(0, i -> i + 1).limit(PEOPLE).map(i -> citizen(i)).toList();

    long ofCards = ofOtherPeople(cards);
    long ofCitizens = ofOtherPeople(citizens);
    ParserCases.note("clinic cards, another person's", ofCards, COUNT);
    ParserCases.note("citizen cards with numbers in a row, another person's", ofCitizens, COUNT);
    assertEquals(0, ofCards);
    assertTrue(ofCitizens > 0 && ofCitizens < COUNT / 100, "in a row: " + ofCitizens);
  }
}
