package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.identity.Enrolment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Enrolled fingers as one text: {@code finger=proof=model}, separated by {@code ;}. */
public final class FingersText {

  private FingersText() {}

  /** The text; a model's name keeps no sign that separates. */
  public static String of(List<Enrolment.Finger> fingers) {
    return fingers.stream()
        .map(f -> f.finger() + "=" + f.proof() + "=" + f.readerModel().replaceAll("[=;]", " "))
        .collect(Collectors.joining(";"));
  }

  /** The fingers of a text. */
  public static List<Enrolment.Finger> read(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(";", -1)).map(FingersText::finger).toList();
  }

  private static Enrolment.Finger finger(String text) {
    String[] parts = text.split("=", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a finger has three parts");
    }
    return new Enrolment.Finger(Integer.parseInt(parts[0]), parts[2], Integer.parseInt(parts[1]));
  }
}
