package clinic.mmt.sim.pump.reglo;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dialect of the new Masterflex drives, as the maker's own library speaks it. */
class MasterflexTest {

  private final PumpRig rig = new PumpRig("reglo-icc", "dialect: masterflex");

  /** Question by question; the trip volume of the vectors is not poured here. */
  @Test
  void theVectorsAreAConversation() {
    List<Vector> vectors = Vectors.read("reglo-icc", "masterflex");
    for (int i = 0; i + 1 < vectors.size(); i += 2) {
      String wanted = text(vectors.get(i + 1));
      String told = rig.say(text(vectors.get(i)), 0.01);
      assertEquals(wanted.contains("mL") ? "0.000 mL\r\n" : wanted, told, vectors.get(i).id());
    }
  }

  private static String text(Vector vector) {
    return new String(vector.bytes().array(), StandardCharsets.US_ASCII);
  }

  @Test
  void aDosePoursAsOnTheReglo() {
    rig.say("1RE1\r", 0.01);
    assertEquals("*\r\n", rig.say("1O\r", 0.01));
    rig.say("1f3000+1\r", 0.01);
    assertEquals("1000E+0\r\n", rig.say("1v1000+0\r", 0.01));
    assertEquals("*\r\n", rig.say("1H\r", 0.01));
    assertEquals("1,1,0\r\n", rig.say("1RC\r", 0.01));
    rig.tick(4);
    assertEquals("1,0,0\r\n", rig.say("1RC\r", 0.01));
    assertNear(1000, rig.cup(), 4);
    rig.cyclePower();
    assertEquals("~\r\n", rig.say("1RC\r", 0.01), "enabled anew after each power-on");
  }
}
