package clinic.mmt.device.scale.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.frame.CasEcrFraming;
import clinic.mmt.device.frame.Octets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the ECR mode, under any chunking and any damage. */
class CasEcrVectorsTest {

  private static final MessageCases<CasEcrReply> CASES =
      new MessageCases<>(
          CasEcrReply.PROTOCOL,
          (reply, frame) ->
              switch (reply) {
                case CasEcrReply.Ack ack -> Octets.of(0x06);
                case CasEcrReply.Nak nak -> Octets.of(0x15);
                case CasEcrReply.Weight weight -> CasEcrFraming.frame(weight.told());
                case CasEcrReply.Overflow overflow -> CasEcrFraming.frame(overflow.told());
                case CasEcrReply.OtherUnit other -> CasEcrFraming.frame(other.told());
              },
          CasEcrVectorsTest::checks);

  /** SOH to EOT, and all of what lies between STX and ETX cancels out. */
  private static boolean checks(Octets frame) {
    int all = 0;
    for (int i = 2; i < frame.length() - 2; i++) {
      all ^= frame.at(i);
    }
    return frame.length() == 1 || (frame.length() == 15 && all == 0 && frame.u16(0) == 0x0102);
  }

  static Stream<Vector> answers() {
    return Vectors.of("cas-ecr/vectors/ecr.txt").stream().filter(vector -> !vector.toDevice());
  }

  @ParameterizedTest
  @MethodSource
  void answers(Vector vector) {
    CASES.check(vector);
  }

  /** All weights of the vectors, and an overflow: its check is a control code. */
  @Test
  void damageIsHardlyEverAnotherWeight() {
    assertEquals(13, answers().filter(vector -> !vector.isNegative()).count(), "control");
    long weight = CASES.millionthsUndetected(CasEcrFraming.frame("S 00.876kg"));
    long overflow = CASES.millionthsUndetected(CasEcrFraming.frame("SF00.000kg"));

    assertTrue(weight <= 15_000, "weight " + weight);
    assertTrue(overflow <= 15_000, "overflow " + overflow);
  }
}
