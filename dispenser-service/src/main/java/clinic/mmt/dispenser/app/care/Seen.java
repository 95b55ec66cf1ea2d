package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a doctor's act means for somebody whom a counter had sent to the doctor. */
final class Seen {

  private Seen() {}

  /** The patient comes back, in front; nothing when no counter had sent them. */
  static List<Fact> byDoctor(Reads reads, PatientId patient, LocalDate today, String reason) {
    return reads.door().deskDay(patient, today).withDoctor()
        ? List.of(new Fact.ReferralEnded(patient, today, reason))
        : List.of();
  }

  /** The same for an act that may be refused: only when it is accepted. */
  static <T> Decision<T> with(Decision<T> act, Reads reads, PatientId patient, LocalDate today) {
    return switch (act) {
      case Decision.Refuse<T> refused -> refused;
      case Decision.Accept<T> accepted -> {
        List<Fact> facts = new ArrayList<>(accepted.facts());
        facts.addAll(byDoctor(reads, patient, today, "signed an order"));
        yield new Decision.Accept<>(facts, accepted.answer(), accepted.command());
      }
    };
  }
}
