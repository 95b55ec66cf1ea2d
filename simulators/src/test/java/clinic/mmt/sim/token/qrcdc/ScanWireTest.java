package clinic.mmt.sim.token.qrcdc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scanners in USB-CDC mode: the text in UTF-8, then the suffix; docs/devices/qr-cdc. */
class ScanWireTest {

  private static final long MILLISECOND = 1_000_000;

  private final Rig rig = Rig.oneStation();

  static Stream<Vector> plain() {
    return Stream.of("cr", "insurance").flatMap(file -> Vectors.read("qr-cdc", file).stream());
  }

  static Stream<Vector> withAim() {
    return Vectors.read("qr-cdc", "aim-crlf").stream();
  }

  private static void show(Rig rig, String code, long millis) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().show(code, millis * MILLISECOND);
              return true;
            });
  }

  @ParameterizedTest
  @MethodSource
  void plain(Vector vector) {
    show(rig, vector.meaning(), 300);
    assertEquals(vector.bytes(), Bytes.of(rig.ask("scan-1", 0.1)));
  }

  @ParameterizedTest
  @MethodSource
  void withAim(Vector vector) {
    Rig other =
        new Rig(
            "devices: [{name: scan-1, model: qr-cdc, station: s1, suffix: crlf, aim: true}]", 1);
    show(other, vector.meaning(), 300);
    assertEquals(vector.bytes(), Bytes.of(other.ask("scan-1", 0.1)));
  }

  @Test
  void textInAnotherCodePageIsTheOneOfTheVectors() {
    Vector bad =
        Vectors.read("qr-cdc", "lines").stream()
            .filter(vector -> vector.meaning().equals("not UTF-8"))
            .findFirst()
            .orElseThrow();
    rig.bench().setFault("scan-1", Fault.usual(FaultKind.NOT_UTF8));
    show(rig, "ABC", 300);
    assertEquals(bad.bytes(), Bytes.of(rig.ask("scan-1", 0.1)));
  }

  @Test
  void aCodeThatStaysBeforeTheWindowIsReadAgain() {
    rig.tick(0.5);
    assertEquals(0, rig.take("scan-1").length, "control: no code, no text");
    show(rig, "A", 1000);
    rig.tick(2);
    assertEquals(2 * 2, rig.take("scan-1").length, "at 0 and 700 ms");
    show(rig, "A", 100);
    rig.tick(1);
    assertEquals(2, rig.take("scan-1").length, "and when it is held up again");
  }

  @ParameterizedTest
  @CsvSource({
    "citizen-2021, cr, R4",
    "citizen-2024, cr, R5",
    "insurance, insurance, I1",
    "insurance-old, insurance, I2"
  })
  void samplesCanBeHeldUpByName(String sample, String file, String id) {
    Rig other =
        new Rig("devices: [{name: scan-1, model: qr-cdc, suffix: none, code: " + sample + "}]", 1);
    Vector wanted =
        Vectors.read("qr-cdc", file).stream()
            .filter(vector -> vector.id().equals(id))
            .findFirst()
            .orElseThrow();
    byte[] text = other.ask("scan-1", 0.1);
    assertEquals(Bytes.of(wanted.bytes().slice(0, text.length)), Bytes.of(text));
    assertEquals(wanted.bytes().size() - 1, text.length, "without the end of line");
  }

  @Test
  void itHearsNothing() {
    rig.ask("scan-1", 0.1, "\u0016T\r".getBytes(StandardCharsets.US_ASCII));
    assertEquals("ignored: the scanner only speaks", rig.lastMeaning("scan-1", Frame.Direction.IN));
  }
}
