package clinic.mmt.device.token.pn532;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.SheetChecks;
import clinic.mmt.device.token.pn532.Pn532Answer.Ack;
import clinic.mmt.device.token.pn532.Pn532Answer.Nack;
import clinic.mmt.device.token.pn532.Pn532Answer.Response;
import clinic.mmt.device.token.pn532.Pn532Answer.SyntaxError;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a PN532 says, as messages under damage. Its vectors are in the tests of the framing. */
class Pn532VectorsTest {

  private static final MessageCases<Pn532Answer> CASES =
      new MessageCases<>(Pn532Answer.PROTOCOL, Pn532VectorsTest::encoded, SheetChecks::hsu);

  private static Octets encoded(Pn532Answer answer, Scan.Frame frame) {
    return switch (answer) {
      case Ack ack -> HsuFraming.ACK;
      case Nack nack -> HsuFraming.NACK;
      case SyntaxError error -> form(Octets.of(0x7F), frame);
      // A command at answer's place: its code and one.
      case Response(Pn532Command command, Octets data) ->
          form(Octets.of(0xD5, command.frame(Octets.NONE).at(6) + 1).plus(data), frame);
    };
  }

  /** A chip may use the long form for anything. */
  private static Octets form(Octets content, Scan.Frame frame) {
    return HsuFraming.isExtended(frame.bytes())
        ? HsuFraming.extended(content)
        : HsuFraming.normal(content);
  }

  static Stream<Arguments> frames() {
    Octets target = Octets.fromHex("d5 4b 01 01 00 44 00 07 04 11 22 33 44 55 66");
    return Stream.of(
        Arguments.of(HsuFraming.normal(target), 1_500),
        Arguments.of(HsuFraming.extended(target), 1_500),
        Arguments.of(HsuFraming.ACK, 1_500));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aDamagedFrameIsHardlyEverAnother(Octets frame, long most) {
    long undetected = CASES.millionthsUndetected(frame);

    assertTrue(undetected <= most, frame.hex() + ": " + undetected);
  }

  static Stream<Vectors.Vector> answers() {
    return Vectors.of("pn532/vectors/hsu.txt").stream()
        .filter(vector -> !vector.toDevice() && !vector.isNegative());
  }

  /** Control: whole frames are messages and come back as they were. */
  @ParameterizedTest
  @MethodSource
  void answers(Vectors.Vector vector) {
    Scan.Frame frame =
        (Scan.Frame) new FrameScanner(HsuFraming.idle()).feed(vector.bytes()).getFirst();
    Pn532Answer answer = Pn532Answer.decode(frame).orElseThrow();

    assertTrue(SheetChecks.hsu(vector.bytes()));
    assertEquals(vector.bytes(), encoded(answer, frame));
  }
}
