package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a urine test showed. It is recorded for the doctor and for reports: no rule here stops a
 * dose for it.
 *
 * @param id of the note; a later note under the same id replaces it
 * @param patient whose
 * @param day on which the sample was taken
 * @param found what was looked for, and what came of it; at least one
 * @param words about it; may be empty
 * @param by who noted it
 */
public record UrineResult(
    String id,
    PatientId patient,
    LocalDate day,
    Map<Substance, Found> found,
    String words,
    StaffId by) {

  /** Copies the findings. */
  public UrineResult {
    found = Map.copyOf(found);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("a test looks for something");
    }
  }

  /** What is looked for. */
  public enum Substance {
    /** Morphine, heroin and other opiates. */
    OPIATES,
    /** Methadone: expected in treatment. */
    METHADONE,
    /** Amphetamine. */
    AMPHETAMINE,
    /** Methamphetamine. */
    METHAMPHETAMINE,
    /** MDMA. */
    MDMA,
    /** Cannabis. */
    CANNABIS,
    /** Benzodiazepines. */
    BENZODIAZEPINES
  }

  /** What came of it. */
  public enum Found {
    /** Found. */
    POSITIVE,
    /** Not found. */
    NEGATIVE,
    /** The test can't be read. */
    INVALID
  }

  @Override
  public String toString() {
    return "UrineResult[" + id + "]";
  }
}
