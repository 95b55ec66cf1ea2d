package clinic.mmt.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of every model, under every chunking and under damage. */
class FramingTest {

  private static final int DAMAGED = ParserCases.MUTATIONS;

  /** A parser with its vectors and its encoder. */
  record Protocol(Scan.Open idle, Function<Scan.Frame, Octets> encode) {}

  private static final Protocol STX =
      new Protocol(
          StxFraming.idle(),
          f ->
              StxFraming.isCounted(f.bytes())
                  ? StxFraming.counted(f.content())
                  : StxFraming.plain(f.content()));
  private static final Protocol LINE =
      new Protocol(LineFraming.idle(), f -> LineFraming.line(f.content().text()));
  private static final Protocol EF01 =
      new Protocol(
          Ef01Framing.idle(),
          f ->
              Ef01Framing.packet(
                  f.bytes().u16(2) << 16 | f.bytes().u16(4), f.bytes().at(6), f.content()));
  private static final Protocol CARD =
      new Protocol(
          CardFraming.idle(), f -> CardFraming.frame(f.content().text(), f.bytes().length() == 16));

  static Stream<Arguments> vectors() {
    return Stream.of(
            file(STX, "new-era/vectors/safe.txt"),
            file(STX, "new-era/vectors/basic.txt").filter(a -> !((Vector) a.get()[1]).toDevice()),
            file(LINE, "mt-sics/vectors/weighing.txt"),
            file(LINE, "mt-sics/vectors/identity.txt"),
            file(EF01, "zfm-20/vectors/commands.txt"),
            file(EF01, "zfm-20/vectors/acks.txt"),
            file(EF01, "zfm-20/vectors/data.txt"),
            file(EF01, "zfm-20/vectors/transcript-verify.txt"),
            file(CARD, "rdm6300/vectors/em4100.txt"),
            file(CARD, "rdm6300/vectors/id-12la.txt"))
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> file(Protocol protocol, String name) {
    return Vectors.of(name).stream().map(v -> Arguments.of(protocol, v));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void findsTheSameUnderEveryChunkingAndEncodesItBack(Protocol protocol, Vector vector) {
    ParserCases.findsTheSame(protocol.idle(), protocol.encode(), vector);
  }

  static Stream<Vector> scans() {
    return Stream.of("cr", "aim-crlf", "lines")
        .flatMap(file -> Vectors.of("qr-cdc/vectors/" + file + ".txt").stream());
  }

  /** A scanner's line is only cut here; CR LF is one end, and an end of line alone is no line. */
  @ParameterizedTest
  @MethodSource
  void scans(Vector vector) {
    List<Scan> found = ParserCases.underEveryChunking(TextLineFraming.idle(), vector.bytes());

    assertEquals(1, found.size());
    Scan.Frame frame = assertInstanceOf(Scan.Frame.class, found.getFirst());
    assertTrue(vector.bytes().text().contains(frame.content().text()));
  }

  @Test
  void ofALineTooLongNothingIsLeftForTheNext() {
    Octets tooLong = Octets.ascii("A".repeat(3 * TextLineFraming.LINE_MAX));
    Octets both = tooLong.plus(Octets.ascii("\r\nB\r\n"));

    List<Scan> found = ParserCases.scan(TextLineFraming.idle(), List.of(both));

    assertEquals(2, found.size());
    Scan.Frame first = assertInstanceOf(Scan.Frame.class, found.getFirst());
    assertEquals(TextLineFraming.LINE_MAX + 1, first.content().length());
    assertEquals("B", assertInstanceOf(Scan.Frame.class, found.getLast()).content().text());
  }

  @Test
  void whateverIsAcceptedOfDamagedFramesEncodesToExactlyTheBytesRead() {
    Octets dis =
        Octets.fromHex("02 15 30 30 53 49 38 2e 35 30 30 57 30 2e 30 30 30 4d 4c ed 4e 03");
    Octets match = Octets.fromHex("ef 01 ff ff ff ff 07 00 05 00 00 9b 00 a7");

    int ofStx = ParserCases.acceptedOfDamaged(STX.idle(), dis, DAMAGED, STX.encode());
    int ofEf01 = ParserCases.acceptedOfDamaged(EF01.idle(), match, DAMAGED, EF01.encode());
    int ofCard =
        ParserCases.acceptedOfDamaged(
            CARD.idle(), CardFraming.frame("3C00CE754C", false), DAMAGED, CARD.encode());
    int ofLine =
        ParserCases.acceptedOfDamaged(
            LINE.idle(), LineFraming.line("S S     100.00 g"), DAMAGED, LINE.encode());

    // Controls: damage before the start leaves a good frame, and a line has no checksum at all.
    assertTrue(ofStx > 0 && ofStx < DAMAGED / 10, "stx " + ofStx);
    assertTrue(ofEf01 > 0 && ofEf01 < DAMAGED, "ef01 " + ofEf01);
    assertTrue(ofCard > 0 && ofCard < DAMAGED / 2, "card " + ofCard);
    assertTrue(ofLine > DAMAGED / 10, "line " + ofLine);
  }

  @Test
  void aFrameAfterNoiseAndHalfAFrameIsFound() {
    Octets noise = Octets.of(0x55, 0x02, 0x07, 0x30);
    Octets frame = StxFraming.counted(Octets.ascii("00I"));

    List<Scan> found = ParserCases.underEveryChunking(STX.idle(), noise.plus(frame));

    assertEquals(1, found.stream().filter(Scan.Frame.class::isInstance).count());
  }

  @Test
  void theTailOfASpoiltLineIsNoLine() {
    // A byte lost to noise must not leave a shorter line that looks like a weight.
    Octets spoilt = Octets.ascii("S S ").plus(0x80).plus(Octets.ascii("S S 1.00 g\r\n"));

    List<Scan> found = ParserCases.underEveryChunking(LINE.idle(), spoilt);

    assertEquals(1, found.size());
    assertInstanceOf(Scan.Bad.class, found.getFirst());
  }

  @Test
  void twoPacketsGluedTogetherAreTwo() {
    Octets ack = Ef01Framing.packet(-1, 7, Octets.of(0));

    assertEquals(2, ParserCases.underEveryChunking(EF01.idle(), ack.plus(ack)).size());
  }
}
