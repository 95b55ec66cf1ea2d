package clinic.mmt.device.token.qrcdc;

import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Token;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.TextLineFraming;
import clinic.mmt.device.link.MemoryLink;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scanners in USB-CDC mode, docs/devices/qr-cdc. */
@Timeout(60)
class QrCdcScannerTest {

  private static final Token ONE = new Token("one");

  private final MemoryLink link = new MemoryLink();
  private final QrCdcScanner scanner = QrCdcScanner.open("codes", link, true);
  private final Reply<Token> tokens = new Reply<>();
  private final Reply<Fault> unreadable = new Reply<>();

  static Stream<Vectors.Vector> vectors() {
    return Stream.of("cr", "aim-crlf", "lines", "insurance")
        .flatMap(file -> Vectors.of("qr-cdc/vectors/" + file + ".txt").stream());
  }

  @BeforeEach
  void listen() throws InterruptedException {
    scanner.onToken(tokens);
    scanner.onUnreadable(unreadable);
    Reply<Answer<DeviceIdentity>> up = new Reply<>();
    scanner.identify(up);
    value(up);
  }

  @AfterEach
  void close() {
    scanner.close();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyVectorIsReadOrToldAsUnreadable(Vectors.Vector vector) throws InterruptedException {
    link.say(vector.bytes().toArray());

    if (vector.isNegative()) {
      assertEquals(new Fault.BadFrame("scan", "•••", vector.meaning()), unreadable.get());
      assertTrue(tokens.staysEmpty(20));
    } else {
      assertEquals(vector.meaning(), tokens.get().canonical());
      assertTrue(unreadable.staysEmpty(20));
    }
  }

  /** Without a suffix, silence is the end; a code that comes in pieces is one code. */
  @Test
  void withoutASuffixSilenceEndsACode() throws InterruptedException {
    MemoryLink bareLink = new MemoryLink();
    try (QrCdcScanner bare = QrCdcScanner.open("codes", bareLink, false)) {
      Reply<Token> read = new Reply<>();
      bare.onToken(read);
      Reply<Answer<DeviceIdentity>> up = new Reply<>();
      bare.identify(up);
      value(up);
      bareLink.say(Octets.ascii("MC1.").toArray());
      bareLink.say(Octets.ascii("ABC").toArray());
      assertEquals("MC1.ABC", read.get().canonical());
      bareLink.say(Octets.ascii("D\r").toArray());
      assertEquals("D", read.get().canonical(), "an end of line still is one");
      assertTrue(read.staysEmpty(200));
    }
  }

  /** What lost its end is not joined with the next reading. */
  @Test
  void aTextThatWasCutOffIsUnreadableAndTheNextIsRead() throws InterruptedException {
    link.say(Octets.ascii("MC1.AB").toArray());
    assertEquals(new Fault.BadFrame("scan", "•••", "cut off"), unreadable.get());
    link.say(Octets.ascii("MC1.ABC\r").toArray());

    assertEquals("MC1.ABC", tokens.get().canonical());
    assertTrue(unreadable.isEmpty());
  }

  @Test
  void aLineOfMoreThanTwoThousandBytesIsUnreadableAndTheNextIsRead() throws InterruptedException {
    String most = "A".repeat(TextLineFraming.LINE_MAX);
    link.say(Octets.ascii(most + "\r").toArray());
    assertEquals(most, tokens.get().canonical(), "control: the longest");
    link.say(Octets.ascii("B".repeat(TextLineFraming.LINE_MAX + 1) + "\rC\r").toArray());

    assertEquals(new Fault.BadFrame("scan", "•••", "too long"), unreadable.get());
    assertEquals("C", tokens.get().canonical());
  }

  @Test
  void framesShowNeitherBytesNorText() throws InterruptedException {
    link.say(Octets.ascii("SECRET\r\n").toArray());
    tokens.get();
    link.say(Octets.ascii("SECRET").plus(Octets.of(0xFF, '\r')).toArray());
    unreadable.get();

    String frames = scanner.frames().toString();
    assertEquals(2, scanner.frames().size());
    assertFalse(frames.contains("SECRET") || frames.contains("53 45 43"), frames);
    assertFalse(ONE.toString().contains("one"), "and a token prints nothing");
  }

  @Test
  void aBugInAListenerDoesNotEndTheScanner() throws InterruptedException {
    scanner.onToken(
        token -> {
          scanner.onToken(tokens);
          throw new IllegalStateException("bug");
        });
    link.say(Octets.ascii("A\rB\r").toArray());

    assertEquals("B", tokens.get().canonical());
  }

  @Test
  void theSameTextIsPresentedAgainAfterOneAndAHalfSecondsWithoutIt() {
    Repeats seen = new Repeats.Seen(ONE, 0);

    assertTrue(Repeats.read(new Repeats.Nothing(), ONE, 0).presented());
    Repeats.Step within = Repeats.read(seen, ONE, millis(1499));
    assertFalse(within.presented());
    assertFalse(Repeats.read(within.next(), ONE, millis(2900)).presented(), "it stayed there");
    assertTrue(Repeats.read(seen, ONE, millis(1500)).presented());
    Repeats.Step other = Repeats.read(seen, new Token("other"), millis(1));
    assertTrue(other.presented());
    assertInstanceOf(Repeats.Seen.class, other.next());
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
