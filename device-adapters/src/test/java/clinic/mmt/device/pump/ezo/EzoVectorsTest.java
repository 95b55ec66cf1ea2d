package clinic.mmt.device.pump.ezo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.frame.CrLineFraming;
import clinic.mmt.device.frame.Octets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the EZO-PMP, under any chunking and any damage. */
class EzoVectorsTest {

  private static final MessageCases<EzoReply> CASES =
      new MessageCases<>(EzoReply.PROTOCOL, reply -> CrLineFraming.line(reply.line()));

  static Stream<Vector> answers() {
    return Stream.of("replies", "sequences")
        .flatMap(file -> Vectors.of("ezo-pmp/vectors/" + file + ".txt").stream());
  }

  @ParameterizedTest
  @MethodSource
  void answers(Vector vector) {
    CASES.check(vector);
  }

  @Test
  void aLineHasNoCheck() {
    long permille = CASES.permilleUndetected(Octets.ascii("?TV,434.50\r"));
    assertTrue(permille > 50, "undetected: " + permille);
  }
}
