package clinic.mmt.device.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PN532, R503 and card boards: every vector under every chunking and under damage. */
class ReaderFramingTest {

  private static final int DAMAGED = ParserCases.MUTATIONS;

  /** A parser with its encoder. */
  record Protocol(String name, Scan.Open idle, Function<Scan.Frame, Octets> encode) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Protocol HSU =
      new Protocol("HSU", HsuFraming.idle(), ReaderFramingTest::hsu);
  private static final Protocol EF01 =
      new Protocol(
          "EF01",
          Ef01Framing.idle(),
          f ->
              Ef01Framing.packet(
                  f.bytes().u16(2) << 16 | f.bytes().u16(4), f.bytes().at(6), f.content()));
  private static final Protocol CARD =
      new Protocol(
          "card",
          CardFraming.idle(),
          f -> CardFraming.frame(f.content().text(), f.bytes().length() == 16));
  private static final Protocol BARE =
      new Protocol("bare", BareCardFraming.idle(), f -> BareCardFraming.frame(f.content().text()));

  private static Octets hsu(Scan.Frame frame) {
    if (frame.content().length() == 0) {
      return frame.bytes().at(3) == 0 ? HsuFraming.ACK : HsuFraming.NACK;
    }
    return HsuFraming.isExtended(frame.bytes())
        ? HsuFraming.extended(frame.content())
        : HsuFraming.normal(frame.content());
  }

  static Stream<Arguments> vectors() {
    return Stream.of(
            file(HSU, "pn532/vectors/hsu.txt").filter(a -> !((Vector) a.get()[1]).toDevice()),
            file(EF01, "r503/vectors/commands.txt"),
            file(EF01, "r503/vectors/acks.txt").filter(a -> !isReady((Vector) a.get()[1])),
            file(CARD, "id-12la/vectors/frames.txt"))
        .flatMap(Function.identity());
  }

  private static boolean isReady(Vector vector) {
    return vector.meaning().equals("ready");
  }

  private static Stream<Arguments> file(Protocol protocol, String name) {
    return Vectors.of(name).stream().map(v -> Arguments.of(protocol, v));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void findsTheSameUnderEveryChunkingAndEncodesItBack(Protocol protocol, Vector vector) {
    ParserCases.findsTheSame(protocol.idle(), protocol.encode(), vector);
  }

  /** Boards without start and end send what stands between them. */
  @Test
  void bareNumbersAreFoundUnderEveryChunking() {
    for (Vector vector : Vectors.of("rdm6300/vectors/em4100.txt")) {
      if (!vector.isNegative()) {
        Octets bare = vector.bytes().slice(1, 13);
        Scan found = ParserCases.underEveryChunking(BARE.idle(), bare).getFirst();
        Scan.Frame frame = assertInstanceOf(Scan.Frame.class, found);
        assertEquals(vector.meaning(), frame.content().text());
      }
    }
  }

  static Stream<Arguments> damaged() {
    Octets card = Octets.fromHex("d5 4b 01 01 00 44 00 07 04 11 22 33 44 55 66");
    return Stream.of(
        Arguments.of(HSU, HsuFraming.normal(card), 2),
        Arguments.of(HSU, HsuFraming.extended(Octets.fromHex("d5 4b 00")), 2),
        Arguments.of(CARD, CardFraming.frame("3C00CE754C", true), 1),
        Arguments.of(BARE, BareCardFraming.frame("3C00CE754C"), 1));
  }

  /** One to three changes: what is taken for another frame, of a thousand. */
  @ParameterizedTest
  @MethodSource
  void damaged(Protocol protocol, Octets frame, int permilleMost) {
    Octets content = frameOf(protocol, frame).content();
    AtomicInteger others = new AtomicInteger();
    int accepted =
        ParserCases.acceptedOfDamaged(
            protocol.idle(),
            frame,
            DAMAGED,
            found -> {
              others.addAndGet(found.content().equals(content) ? 0 : 1);
              return protocol.encode().apply(found);
            });

    // Control: some damage leaves a good frame, most does not.
    assertTrue(accepted > 0 && accepted < DAMAGED / 2, protocol + " " + accepted);
    assertTrue(others.get() <= DAMAGED / 1000 * permilleMost, protocol + " others " + others);
  }

  private static Scan.Frame frameOf(Protocol protocol, Octets frame) {
    return assertInstanceOf(
        Scan.Frame.class, ParserCases.scan(protocol.idle(), List.of(frame)).getFirst());
  }

  @Test
  void zerosBeforeAFrameAndItsAcknowledgementAreNoTrouble() {
    Octets answer = HsuFraming.normal(Octets.of(0xD5, 0x15));
    Octets all = Octets.of(0, 0, 0, 0x55).plus(HsuFraming.ACK).plus(Octets.of(0)).plus(answer);

    List<Scan> found = ParserCases.underEveryChunking(HSU.idle(), all);

    assertEquals(2, found.size());
    assertInstanceOf(Scan.Frame.class, found.getLast());
  }
}
