package clinic.mmt.sim.fingerprint.zfm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.physics.StationSettings;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.Damage;
import clinic.mmt.sim.rig.QuietOutlet;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the R503; and EF01 packets in every chunking and damaged. */
class R503VectorsTest {

  private final QuietOutlet outlet = new QuietOutlet();

  private ZfmWire wire(ModuleType type) {
    World world = new World(StationSettings.usual(), 1);
    ZfmModule.Place place = new ZfmModule.Place(world, new FaultBox(), 1);
    ZfmModule module = new ZfmModule(type, type.capacity(), place);
    return new ZfmWire(module, ModuleSettings.USUAL, outlet);
  }

  static Stream<Vector> commands() {
    return Vectors.read("r503", "commands").stream();
  }

  private static Stream<Vector> acks() {
    return Vectors.read("r503", "acks").stream().filter(vector -> !vector.isNegative());
  }

  static Stream<Vector> plainAcks() {
    return acks().filter(vector -> vector.meaning().matches("ack .."));
  }

  static Stream<Vector> autoAcks() {
    return acks().filter(vector -> vector.meaning().startsWith("Auto"));
  }

  @ParameterizedTest
  @MethodSource
  void commands(Vector vector) {
    ZfmWire wire = wire(ModuleType.R503);
    byte[] bytes = vector.bytes().array();
    Chunks.of(bytes)
        .forEach(
            parts -> {
              outlet.clear();
              parts.forEach(part -> wire.receive(part, 0));
              assertEquals(List.of(vector.meaning()), outlet.heard);
            });
  }

  @ParameterizedTest
  @MethodSource
  void plainAcks(Vector vector) {
    Confirmation confirmation = Confirmation.of(vector.bytes().at(9)).orElseThrow();
    assertAck(vector, AckWire.plain(confirmation, ZfmLinkWire.USUAL_ADDRESS));
  }

  private static void assertAck(Vector vector, AckWire ack) {
    assertEquals(vector.meaning(), ack.meaning());
    Ef01PacketWire packet =
        new Ef01PacketWire(
            ZfmLinkWire.USUAL_ADDRESS, Ef01PacketWire.ACKNOWLEDGE, Bytes.of(ack.content()));
    assertEquals(vector.bytes(), Bytes.of(packet.encode()));
  }

  @ParameterizedTest
  @MethodSource
  void autoAcks(Vector vector) {
    Bytes bytes = vector.bytes();
    Confirmation code = Confirmation.of(bytes.at(9)).orElseThrow();
    if (vector.meaning().startsWith("AutoEnroll")) {
      assertAck(vector, AckWire.autoEnroll(code, bytes.at(10), bytes.at(11)));
    } else {
      int page = bytes.at(11) << 8 | bytes.at(12);
      int score = bytes.at(13) << 8 | bytes.at(14);
      assertAck(vector, AckWire.autoIdentify(code, bytes.at(10), page, score));
    }
  }

  /** What the module answers to who it is. */
  @Test
  void identity() {
    ZfmWire wire = wire(ModuleType.R503);
    List<String> answered = List.of("GetAlgVer", "GetFwVer", "ReadProdInfo");
    for (String title : answered) {
      Vector ask =
          commands().filter(vector -> vector.meaning().equals(title)).findFirst().orElseThrow();
      outlet.clear();
      wire.receive(ask.bytes().array(), 0);
      Vector wanted =
          acks().filter(vector -> vector.meaning().startsWith(title)).findFirst().orElseThrow();
      assertEquals(wanted.bytes(), outlet.sent.getFirst());
    }
    outlet.clear();
    wire.powerOn();
    assertEquals(List.of(Bytes.of((byte) 0x55)), outlet.sent);
  }

  private static List<byte[]> frames() {
    List<byte[]> frames = new ArrayList<>();
    commands().forEach(vector -> frames.add(vector.bytes().array()));
    Vectors.read("zfm-20", "commands").forEach(vector -> frames.add(vector.bytes().array()));
    return frames;
  }

  @Test
  void whateverIsTakenEncodesToTheBytesThatCame() {
    AtomicInteger taken = new AtomicInteger();
    Damage.of(
        frames(),
        bytes -> {
          Ef01FramerWire framer = new Ef01FramerWire();
          for (byte next : bytes) {
            framer
                .accept(next)
                .ifPresent(
                    frame -> {
                      if (frame instanceof Ef01FramerWire.Frame.Good good) {
                        taken.incrementAndGet();
                        assertEquals(good.raw(), Bytes.of(good.packet().encode()));
                      }
                    });
          }
        });
    assertTrue(taken.get() > 0, "control: some damage is before or after the packet");
  }

  @Test
  void noDamagedPacketEndsTheSimulator() {
    List<byte[]> packets = frames();
    for (ModuleType type : ModuleType.values()) {
      ZfmWire wire = wire(type);
      for (byte[] packet : packets) {
        for (int at = 6; at < packet.length; at++) {
          byte[] damaged = packet.clone();
          damaged[at] ^= (byte) (1 << (at % 8));
          wire.receive(Arrays.copyOf(damaged, damaged.length), 0);
          wire.tick(2_000_000_000);
        }
      }
      outlet.clear();
      wire.swap();
      wire.receive(Hex.parse("EF 01 FF FF FF FF 01 00 03 53 00 57"), 0);
      assertEquals(Bytes.of(Hex.parse("EF01FFFFFFFF0700035500 5F")), outlet.sent.getLast());
    }
  }
}
