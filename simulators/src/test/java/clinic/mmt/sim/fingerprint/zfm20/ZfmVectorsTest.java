package clinic.mmt.sim.fingerprint.zfm20;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the EF01 fingerprint modules. */
class ZfmVectorsTest {

  static Stream<Vector> all() {
    return Stream.of("commands", "acks", "data", "transcript-verify")
        .flatMap(file -> Vectors.read("zfm-20", file).stream())
        .filter(vector -> !vector.isNegative());
  }

  static Stream<Vector> host() {
    return all().filter(Vector::fromHost);
  }

  static Stream<Vector> device() {
    return all().filter(vector -> !vector.fromHost());
  }

  static Stream<Vector> plainAcks() {
    return device().filter(vector -> vector.meaning().matches("ack .."));
  }

  @ParameterizedTest
  @MethodSource
  void host(Vector vector) {
    Rig rig = Rig.oneStation();
    rig.ask("finger-1", 1, vector.bytes().array());
    assertEquals(vector.meaning(), rig.lastMeaning("finger-1", Frame.Direction.IN));
  }

  /** Framing and sum of every device line are what the simulator would send. */
  @ParameterizedTest
  @MethodSource
  void device(Vector vector) {
    byte[] raw = vector.bytes().array();
    Ef01PacketWire packet =
        new Ef01PacketWire(
            Ef01PacketWire.read(raw, 2, 4),
            raw[6],
            Bytes.of(Arrays.copyOfRange(raw, 9, raw.length - 2)));
    assertEquals(vector.bytes(), Bytes.of(packet.encode()));
    assertEquals(vector.meaning(), meaning(packet, vector));
  }

  /** The meaning the simulator gives to such an answer. */
  private static String meaning(Ef01PacketWire packet, Vector vector) {
    String first = vector.meaning().split(" ", 2)[0];
    int code = (int) packet.at(0, 1);
    boolean done = code == 0;
    return switch (first) {
      case "Match" ->
          AckWire.match(
                  new ZfmModule.Found(
                      done ? Confirmation.DONE : Confirmation.NOT_MATCHING,
                      0,
                      (int) packet.at(1, 2)))
              .meaning();
      case "Search" ->
          AckWire.search(
                  new ZfmModule.Found(
                      done ? Confirmation.DONE : Confirmation.NOT_FOUND,
                      (int) packet.at(1, 2),
                      (int) packet.at(3, 2)))
              .meaning();
      case "TempleteNum" -> AckWire.count((int) packet.at(1, 2)).meaning();
      case "ReadConList" -> AckWire.bytes(CommandWire.READ_CON_LIST, packet.from(1)).meaning();
      case "ReadNotepad" -> AckWire.bytes(CommandWire.READ_NOTEPAD, packet.from(1)).meaning();
      case "GetRandomCode" -> AckWire.bytes(CommandWire.GET_RANDOM_CODE, packet.from(1)).meaning();
      case "data", "last" -> first + " " + Hex.dense(packet.content().array());
      default -> vector.meaning();
    };
  }

  @ParameterizedTest
  @MethodSource
  void plainAcks(Vector vector) {
    Confirmation confirmation =
        Arrays.stream(Confirmation.values())
            .filter(c -> c.code() == vector.bytes().at(9))
            .findFirst()
            .orElseThrow();
    AckWire ack = AckWire.plain(confirmation, ZfmLinkWire.USUAL_ADDRESS);
    assertEquals(vector.meaning(), ack.meaning());
  }
}
