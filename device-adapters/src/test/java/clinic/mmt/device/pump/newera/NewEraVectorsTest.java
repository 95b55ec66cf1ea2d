package clinic.mmt.device.pump.newera;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.SheetChecks;
import clinic.mmt.device.frame.StxFraming;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a New Era pump says, as messages: its vectors, and damage. */
class NewEraVectorsTest {

  private static final MessageCases<NewEraReply> CASES =
      new MessageCases<>(
          NewEraReply.PROTOCOL,
          (reply, frame) -> {
            Octets text = Octets.ascii(reply.meaning());
            return reply.safe() ? StxFraming.counted(text) : StxFraming.plain(text);
          },
          frame -> !StxFraming.isCounted(frame) || SheetChecks.newEraSafe(frame));

  static Stream<Vector> answers() {
    return Stream.of("basic", "safe")
        .flatMap(file -> Vectors.of("new-era/vectors/" + file + ".txt").stream())
        .filter(vector -> !vector.toDevice());
  }

  @ParameterizedTest
  @MethodSource
  void answers(Vector vector) {
    CASES.check(vector);
  }

  /** In basic mode, which only the way to safe mode knows, there is no check. */
  @Test
  void aDamagedAnswerOfSafeModeIsHardlyEverAnother() {
    long safe = CASES.millionthsUndetected(StxFraming.counted(Octets.ascii("00SI8.500W0.000ML")));
    long basic = CASES.millionthsUndetected(StxFraming.plain(Octets.ascii("00SI8.500W0.000ML")));

    assertTrue(safe <= 700, "safe " + safe);
    assertTrue(basic > 10_000, "control, basic: " + basic);
  }
}
