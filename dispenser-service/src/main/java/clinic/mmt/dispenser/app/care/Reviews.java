package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A doctor asks for a dose to be reviewed from a day on, such as after a new medicine. */
public final class Reviews {

  private static final int DAYS_AHEAD_MOST = 366;

  private final House house;

  /** For one clinic. */
  public Reviews(House house) {
    this.house = house;
  }

  /** Sets a flag; the answer is its id. */
  public void set(
      Session by,
      PatientId patient,
      LocalDate from,
      String reason,
      Consumer<Answered<String>> reply) {
    String id = house.ids().next("rev");
    LocalDate today = house.calendar().today();
    decide(
        by,
        reads -> {
          if (!reads.registered(patient)) {
            return no("not-registered", "There is no such patient.", "register the patient");
          }
          if (from.isBefore(today) || from.isAfter(today.plusDays(DAYS_AHEAD_MOST))) {
            return no(
                "review-day-out-of-range",
                "A review is from today on, within a year.",
                "name such a day");
          }
          ReviewFlag flag = new ReviewFlag(id, patient, from, reason);
          return Decision.accept(List.of(new OversightFact.ReviewSet(flag)), id);
        },
        reply);
  }

  /** A doctor has looked, and the order stays. */
  public void clear(
      Session by,
      PatientId patient,
      String review,
      String reason,
      Consumer<Answered<String>> reply) {
    decide(
        by,
        reads -> {
          Optional<ReviewFlag> flag =
              reads.reviews(patient).stream().filter(f -> f.id().equals(review)).findFirst();
          return flag.isEmpty()
              ? no("no-such-review", "No such review is open.", "nothing to do")
              : Decision.accept(
                  List.of(new OversightFact.ReviewCleared(review, patient, reason)), review);
        },
        reply);
  }

  /** Open flags of a patient with their reasons, for doctors and pharmacists. */
  public void list(Session by, PatientId patient, Consumer<Answered<List<ReviewFlag>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<List<ReviewFlag>>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().stream().anyMatch(Role::decides)
                        ? Decision.accept(List.of(), reads.reviews(patient))
                        : no(
                            "not-your-function",
                            "Doctors and pharmacists read why a dose is reviewed.",
                            "a doctor or pharmacist")),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private interface Deciding {
    Decision<String> decide(Reads reads);
  }

  private void decide(Session by, Deciding deciding, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().contains(Role.PRESCRIBER)
                        ? deciding.decide(reads)
                        : no("not-your-function", "A doctor reviews doses.", "a prescriber")),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static <T> Decision<T> no(String code, String text, String wayOn) {
    return Decision.refuse(Refusal.of(code, "R-128", text, wayOn));
  }
}
