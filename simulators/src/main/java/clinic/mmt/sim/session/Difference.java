package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;
import java.util.Optional;

/**
 * Where a host said something else than in its session.
 *
 * @param device whose line
 * @param where the place in the file, {@code file:line}
 * @param micros the time in the session
 * @param expected what the host said there when it was recorded; nothing, where the cable came off
 * @param came what it says now, from the same byte on
 */
public record Difference(
    String device, String where, long micros, Optional<Bytes> expected, Bytes came) {

  private static final long MICROS_PER_MILLI = 1000;

  /** For people: what was expected, what came, where. */
  public String text() {
    return device
        + ": the host differs from "
        + where
        + " ("
        + micros / MICROS_PER_MILLI
        + " ms): expected "
        + expected.map(Difference::shown).orElse("nothing before the cable comes off")
        + ", came "
        + shown(came)
        + expected.map(bytes -> ", other from byte " + (1 + alike(bytes, came))).orElse("");
  }

  private static String shown(Bytes bytes) {
    return bytes + " «" + Printable.text(bytes) + "»";
  }

  private static int alike(Bytes first, Bytes second) {
    int same = 0;
    while (same < first.size() && same < second.size() && first.at(same) == second.at(same)) {
      same++;
    }
    return same;
  }
}
