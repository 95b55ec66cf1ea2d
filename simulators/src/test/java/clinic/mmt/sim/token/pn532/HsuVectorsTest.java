package clinic.mmt.sim.token.pn532;

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
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the PN532, both ways, in every chunking and damaged. */
class HsuVectorsTest {

  private final QuietOutlet outlet = new QuietOutlet();
  private final HsuWire wire = awake(outlet);

  private static HsuWire awake(QuietOutlet outlet) {
    World world = new World(StationSettings.usual(), 1);
    HsuWire wire = new HsuWire(new ContactlessChip(world, new FaultBox()), outlet);
    wire.receive(new byte[] {0x55}, 0);
    outlet.clear();
    return wire;
  }

  private static Stream<Vector> vectors() {
    return Vectors.read("pn532", "hsu").stream();
  }

  static Stream<Vector> host() {
    return vectors().filter(Vector::fromHost).filter(v -> !v.meaning().equals("wake-up"));
  }

  static Stream<Vector> device() {
    return vectors().filter(vector -> !vector.fromHost() && !vector.isNegative());
  }

  @ParameterizedTest
  @MethodSource
  void host(Vector vector) {
    byte[] bytes = vector.bytes().array();
    Chunks.of(bytes).forEach(parts -> inParts(parts, vector));
    for (int cut = 1; cut < bytes.length; cut++) {
      inParts(
          List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length)), vector);
    }
  }

  private void inParts(List<byte[]> parts, Vector vector) {
    outlet.clear();
    parts.forEach(part -> wire.receive(part, 0));
    wire.receive(new byte[] {0x55}, 0);
    assertEquals(vector.meaning(), outlet.heard.getFirst());
  }

  /** Framing and checks of every device line are what the simulator sends. */
  @ParameterizedTest
  @MethodSource
  void device(Vector vector) {
    Bytes sent =
        switch (vector.meaning()) {
          case "ack" -> HsuFrameWire.ACK;
          case "error" -> HsuFrameWire.ERROR;
          default -> answer(vector);
        };
    assertEquals(vector.bytes(), sent);
  }

  private static Bytes answer(Vector vector) {
    String[] parts = vector.meaning().split(" ", 2);
    HsuCommandWire command =
        Arrays.stream(HsuCommandWire.values())
            .filter(known -> known.tell(new byte[0]).equals(parts[0]))
            .findFirst()
            .orElseThrow();
    String data = parts.length == 2 ? parts[1] : "";
    byte[] content = Hex.parse(String.format(Locale.ROOT, "%02X", command.answerCode()) + data);
    boolean extended = vector.bytes().at(3) == 0xFF && vector.bytes().at(4) == 0xFF;
    return Bytes.of(HsuFrameWire.frame(HsuFrameWire.FROM_CHIP, content, extended));
  }

  /** The chip does not even acknowledge what fails a check; a whole command comes afterwards. */
  @Test
  void whateverIsTakenEncodesToTheBytesThatCame() {
    List<byte[]> frames = new ArrayList<>();
    host().forEach(vector -> frames.add(vector.bytes().array()));
    AtomicInteger taken = new AtomicInteger();
    Damage.of(
        frames,
        bytes -> {
          HsuFramerWire framer = new HsuFramerWire();
          for (byte next : bytes) {
            framer
                .accept(next)
                .ifPresent(
                    heard -> {
                      if (heard instanceof HsuFramerWire.Heard.Command command) {
                        taken.incrementAndGet();
                        assertEncodesBack(command);
                      }
                    });
          }
        });
    assertTrue(taken.get() > 0, "control: some damage is before or after the frame");
  }

  private static void assertEncodesBack(HsuFramerWire.Heard.Command command) {
    Bytes raw = command.raw();
    boolean extended = raw.at(3) == 0xFF && raw.at(4) == 0xFF;
    byte[] again = HsuFrameWire.frame(HsuFrameWire.FROM_HOST, command.content().array(), extended);
    assertEquals(raw, Bytes.of(again));
  }

  @Test
  void noDamagedFrameEndsTheSimulator() {
    List<byte[]> frames = new ArrayList<>();
    host().forEach(vector -> frames.add(vector.bytes().array()));
    Damage.of(
        frames,
        bytes -> {
          outlet.clear();
          wire.receive(bytes, 0);
          wire.tick(1_000_000);
        });
    wire.tick(1_000_000_000);
    outlet.clear();
    wire.receive(Hex.parse("55 00 00 00 00 FF 02 FE D4 02 2A 00"), 0);
    assertEquals(HsuFrameWire.ACK, outlet.sent.getFirst());
    assertEquals(Bytes.of(Hex.parse("0000FF06FAD50332010607E800")), outlet.sent.getLast());
  }
}
