package clinic.mmt.dispenser.main.simulate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one simulated clinic is to live through.
 *
 * @param seed of all chance
 * @param clinic which clinic of the run, from 0; a part of its seed
 * @param firstDay first day that has patients, from 0
 * @param lastDay last day
 * @param patients who comes, by number from 0
 * @param faults what may go wrong
 */
public record Scenario(
    long seed,
    int clinic,
    int firstDay,
    int lastDay,
    Set<Integer> patients,
    Set<FaultKind> faults) {

  /** Days of a clinic-year. */
  public static final int DAYS = 365;

  /** Patients of a clinic. */
  public static final int PATIENTS = 200;

  /** Copies the sets. */
  public Scenario {
    patients = Set.copyOf(patients);
    faults = Set.copyOf(faults);
  }

  /** The same over other days. */
  public Scenario days(int first, int last) {
    return new Scenario(seed, clinic, first, last, patients, faults);
  }

  /** The same with other patients. */
  public Scenario patients(Set<Integer> who) {
    return new Scenario(seed, clinic, firstDay, lastDay, who, faults);
  }

  /** The same with other faults. */
  public Scenario faults(Set<FaultKind> kinds) {
    return new Scenario(seed, clinic, firstDay, lastDay, patients, kinds);
  }

  /** The command that runs exactly this. */
  public String replay() {
    Optional<String> who =
        patients.size() == PATIENTS
            ? Optional.empty()
            : Optional.of(
                new TreeSet<>(patients)
                    .stream().map(String::valueOf).collect(Collectors.joining(",")));
    return "./clinic simulate --clinic-years 1 --seed "
        + seed
        + (faults.isEmpty() ? "" : " --faults " + faultWords())
        + " --clinic "
        + clinic
        + (firstDay == 0 && lastDay == DAYS - 1 ? "" : " --days " + firstDay + "-" + lastDay)
        + who.map(w -> " --patients " + w).orElse("");
  }

  private String faultWords() {
    return faults.size() == FaultKind.values().length
        ? "all"
        : new TreeSet<>(faults).stream().map(FaultKind::word).collect(Collectors.joining(","));
  }
}
