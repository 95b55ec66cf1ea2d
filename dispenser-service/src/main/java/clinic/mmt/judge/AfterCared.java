package clinic.mmt.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hand-overs to after-care: a completed leaving opens one; it is decided, sent and
 * acknowledged in this order and on days in this order, and until then it is on the list, overdue
 * after some days. An admission again ends it. Days are kept as written, so that their order is
 * that of their texts.
 */
final class AfterCared {

  private static final class Care {
    final String patient;
    final String completed;
    String last = "";
    String day = "";

    Care(String patient, String completed) {
      this.patient = patient;
      this.completed = completed;
    }

    boolean isOverdue(String today, int days) {
      String since = day.compareTo(completed) > 0 ? day : completed;
      return since.compareTo(Values.before(today, days)) < 0;
    }
  }

  private final Values values;

  /** What is open, by the leaving that opened it. */
  private final Map<String, Care> open = new HashMap<>();

  AfterCared(Values values) {
    this.values = values;
  }

  /** Any entry that is not of a dose; what must never be, if it is so. */
  Optional<String> take(String kind, Body secret) {
    return switch (kind) {
      case "patient.left" -> {
        if (secret.text("why").equals("COMPLETED")) {
          open.put(secret.text("movement"), new Care(secret.text("patient"), secret.text("day")));
        }
        yield Optional.empty();
      }
      case "patient.admitted" -> {
        open.values().removeIf(care -> care.patient.equals(secret.text("patient")));
        yield Optional.empty();
      }
      case "after-care.decided" -> step(secret, "decided", true);
      case "after-care.sent" -> step(secret, "sent", !last(secret).isEmpty());
      case "after-care.acknowledged" -> step(secret, "acknowledged", last(secret).equals("sent"));
      default -> Optional.empty();
    };
  }

  private String last(Body secret) {
    return Optional.ofNullable(open.get(secret.text("leaving"))).map(care -> care.last).orElse("");
  }

  private Optional<String> step(Body secret, String step, boolean inOrder) {
    Care care = open.get(secret.text("leaving"));
    if (care == null || !care.patient.equals(secret.text("patient"))) {
      return Optional.of("a hand-over is " + step + " that nothing has opened, or that is closed");
    }
    String day = secret.text("day");
    boolean early = !step.equals("decided") && day.compareTo(care.day) < 0;
    String before = care.last.isEmpty() ? "opened" : care.last;
    care.last = step;
    care.day = day;
    if (step.equals("acknowledged")) {
      open.remove(secret.text("leaving"));
    }
    return inOrder && !early
        ? Optional.empty()
        : Optional.of("a hand-over is " + step + " after it was " + before);
  }

  /** Somebody looked at the list of a day; whether each is told as overdue, by its leaving. */
  Optional<String> listed(String today, Map<String, Boolean> list) {
    Map<String, Boolean> right = new HashMap<>();
    int days = values.days(Values.OVERDUE, today);
    open.forEach((leaving, care) -> right.put(leaving, care.isOverdue(today, days)));
    return right.equals(list)
        ? Optional.empty()
        : Optional.of("the list of hand-overs is another on " + today);
  }
}
