package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The counters run on a battery (R-122, H95): on too little of it no pour is begun, and when it is
 * empty, everybody who had drunk is on the list that is on the disk.
 */
public final class PowerJudged {

  private final CupsJudged.Says says;
  private final Set<String> drank = new HashSet<>();
  private Set<String> needed = Set.of();
  private Set<String> onDisk = Set.of();
  private boolean tooLittle;

  PowerJudged(CupsJudged.Says says) {
    this.says = says;
  }

  /** Somebody drank today. */
  void drank(String person) {
    drank.add(person);
  }

  /** The first pour of a dose is written; why it must not be, if so. */
  Optional<String> armed() {
    return tooLittle ? Optional.of("a pour is begun on too little battery") : Optional.empty();
  }

  /** The real day is over. */
  void dayEnds() {
    drank.clear();
  }

  /** The service was told a while ago that the battery lasts too short, or that is over. */
  public void tooLittle(boolean now) {
    tooLittle = now;
  }

  /** A list of who was dosed is on the disk. */
  public void onDisk(Set<String> persons) {
    onDisk = Set.copyOf(persons);
  }

  /** Whoever has drunk by now has to be on the disk when the battery is empty. */
  public void due() {
    needed = Set.copyOf(drank);
  }

  /** The battery is empty. */
  public void dark() {
    if (!onDisk.containsAll(needed)) {
      says.violation("papers", "", "the battery is empty, and who drank is not on the disk");
    }
  }
}
