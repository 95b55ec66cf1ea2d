package clinic.mmt.device.pump.reglo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.frame.Octets;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the Reglo ICC, under any chunking and any damage. */
class RegloVectorsTest {

  private static final MessageCases<RegloReply> CASES =
      new MessageCases<>(RegloReply.PROTOCOL, RegloReply::encoded);

  static Stream<Vector> answers() {
    return Stream.of("replies", "events")
        .flatMap(file -> Vectors.of("reglo-icc/vectors/" + file + ".txt").stream())
        .filter(v -> !v.toDevice());
  }

  @ParameterizedTest
  @MethodSource
  void answers(Vector vector) {
    CASES.check(vector);
  }

  static Stream<Vector> volumes() {
    return Vectors.of("reglo-icc/vectors/volumes.txt").stream();
  }

  @ParameterizedTest
  @MethodSource
  void volumes(Vector vector) {
    String line = vector.bytes().text().strip();
    OptionalLong volume = RegloUnits.type1(line);
    OptionalLong found = volume.isPresent() ? volume : RegloUnits.trip(line);
    if (vector.isNegative()) {
      assertTrue(found.isEmpty(), vector.toString());
    } else {
      assertEquals(vector.meaning(), found.orElseThrow() + " nl");
    }
  }

  /** What the driver would write is what the manual's examples write. */
  @Test
  void requestsOfVolumes() {
    assertEquals("3000+2", RegloUnits.type2(300_000));
    assertEquals("2500+1", RegloUnits.type2(25_000));
    assertEquals("5000-1", RegloUnits.type2(500));
    assertEquals("8500+0", RegloUnits.type2(8_500));
    assertEquals("1000-3", RegloUnits.type2(1));
    assertEquals("0000+0", RegloUnits.type2(0));
  }

  /** There is no check: a changed digit of a line is another line, a status may become another. */
  @Test
  void damageIsFoundOnlyWhereItBreaksTheGrammar() {
    long permille = CASES.permilleUndetected(Octets.ascii("4.983 ml\r\n"));
    assertTrue(permille > 100, "a line has no check: " + permille);
    long events = CASES.permilleUndetected(Octets.ascii("^X1|A\r\n"));
    assertTrue(events < 700, "an event has a narrow grammar: " + events);
  }
}
