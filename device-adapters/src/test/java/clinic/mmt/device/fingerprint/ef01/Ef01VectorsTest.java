package clinic.mmt.device.fingerprint.ef01;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Ack;
import clinic.mmt.device.fingerprint.ef01.Ef01Packet.Data;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.SheetChecks;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a module says, as messages under damage. Its vectors are in the tests of the framing. */
class Ef01VectorsTest {

  private static final int ADDRESS = -1;

  /** The sum does not cover the address: the driver passes over what another address says. */
  private static final Protocol<Ef01Packet> OURS =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return Ef01Packet.PROTOCOL.idle();
        }

        @Override
        public Optional<Ef01Packet> decode(Scan.Frame frame) {
          return Ef01Packet.PROTOCOL.decode(frame).filter(each -> each.address() == ADDRESS);
        }
      };

  private static final MessageCases<Ef01Packet> CASES =
      new MessageCases<>(
          OURS,
          (packet, frame) ->
              switch (packet) {
                case Ack(int address, int code, Octets parameters) ->
                    Ef01Framing.packet(address, 7, Octets.of(code).plus(parameters));
                case Data(int address, boolean last, Octets content) ->
                    Ef01Framing.packet(address, last ? 8 : 2, content);
              },
          SheetChecks::ef01);

  private static Octets vector(String file, String id) {
    return Vectors.of(file).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(Vectors.Vector::bytes)
        .orElseThrow();
  }

  /** The score of a match; what an R503 says of itself; a piece of a template. */
  @ParameterizedTest
  @CsvSource({
    "zfm-20/vectors/acks.txt, A17, 300",
    "r503/vectors/acks.txt, A21, 1000",
    "zfm-20/vectors/data.txt, D1, 1000"
  })
  void aDamagedPacketIsHardlyEverAnother(String file, String id, long most) {
    long undetected = CASES.millionthsUndetected(vector(file, id));

    assertTrue(undetected <= most, file + ": " + undetected);
  }
}
