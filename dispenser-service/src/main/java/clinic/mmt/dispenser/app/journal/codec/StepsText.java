package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Steps of a prescription as one text: {@code 2027-03-01=85000;2027-03-08=90000}, in µg. Of a split
 * dose the later part stands behind the day's: {@code 2027-03-01=85000/40000}.
 */
public final class StepsText {

  private StepsText() {}

  /** The text. */
  public static String write(List<DoseStep> steps) {
    return steps.stream()
        .map(step -> step.from() + "=" + step.dose().micrograms() + later(step))
        .collect(Collectors.joining(";"));
  }

  private static String later(DoseStep step) {
    return step.later().map(part -> "/" + part.micrograms()).orElse("");
  }

  /** Whether any of the steps is split. */
  public static boolean split(String text) {
    return text.indexOf('/') >= 0;
  }

  /** The steps; a text that {@link #write} did not make is an {@link IllegalArgumentException}. */
  public static List<DoseStep> read(String text) {
    return Stream.of(text.split(";", -1)).map(StepsText::step).toList();
  }

  private static DoseStep step(String text) {
    int at = text.indexOf('=');
    if (at < 0) {
      throw new IllegalArgumentException("a step is day=micrograms");
    }
    String[] parts = text.substring(at + 1).split("/", 2);
    return new DoseStep(
        LocalDate.parse(text.substring(0, at)),
        new Mass(Long.parseLong(parts[0])),
        parts.length == 1 ? Optional.empty() : Optional.of(new Mass(Long.parseLong(parts[1]))));
  }
}
