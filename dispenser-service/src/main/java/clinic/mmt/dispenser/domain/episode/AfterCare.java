package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The hand-over to after-care that a completed treatment opens: a decision with its number
 * names who receives the patient; it is sent, and the receiver acknowledges it.
 *
 * @param leaving id of the movement that opened it
 * @param patient who completed treatment
 * @param completed the day of leaving
 * @param steps what was noted, the first first
 */
public record AfterCare(String leaving, PatientId patient, LocalDate completed, List<Step> steps) {

  /** Copies the steps. */
  public AfterCare {
    steps = List.copyOf(steps);
  }

  /** Something that was done about it, on a day. */
  public sealed interface Step {
    /** On which day. */
    LocalDate day();
  }

  /**
   * It was decided who receives the patient. A later decision replaces an earlier one, and is sent
   * and acknowledged anew.
   *
   * @param number of the decision, as written on it
   * @param receiver the commune or service that receives the patient
   */
  public record Decided(String number, LocalDate day, String receiver) implements Step {}

  /** The papers were sent to the receiver. */
  public record Sent(LocalDate day) implements Step {}

  /**
   * The receiver acknowledged.
   *
   * @param by who, at the receiver's
   */
  public record Acknowledged(LocalDate day, String by) implements Step {}

  /** The decision in force. */
  public Optional<Decided> decision() {
    return steps.reversed().stream()
        .filter(Decided.class::isInstance)
        .map(Decided.class::cast)
        .findFirst();
  }

  /** The step noted last; empty while nothing was done. */
  public Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** Whether the receiver has acknowledged: nothing is left to do. */
  public boolean closed() {
    return last().map(step -> step instanceof Acknowledged).orElse(false);
  }

  @Override
  public String toString() {
    return "AfterCare[" + leaving + "]";
  }
}
