package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.domain.site.Pack;
import java.util.List;

/**
 * What a pack brings, line by line; says nobody's name.
 *
 * @param pack which
 * @param taken false: only looked at, nothing is noted
 * @param lines in the order of the file
 */
public record Report(Pack pack, boolean taken, List<Line> lines) {

  /** Copies the list. */
  public Report {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param about the patient's code in the file, or a guest's letter
   * @param what in kebab-case
   * @param looked whether somebody has to look at it
   * @param english for people
   * @param vietnamese the same
   */
  public record Line(String about, String what, boolean looked, String english, String vietnamese) {
    @Override
    public String toString() {
      return what;
    }
  }
}
