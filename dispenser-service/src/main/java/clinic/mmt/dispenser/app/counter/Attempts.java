package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of attempts to identify somebody at one station; never a template or a card's text.
 */
final class Attempts {

  private final House house;
  private final StationId station;

  Attempts(House house, StationId station) {
    this.house = house;
    this.station = station;
  }

  static Map<String, String> figures(int score, int attempts) {
    return Map.of("score", Integer.toString(score), "attempts", Integer.toString(attempts));
  }

  Fact of(String outcome, PatientId patient, Map<String, String> more) {
    return new Fact.IdentityAttempted(station, outcome, Optional.of(patient), more);
  }

  /** Another finger came with this card: a doubt until it is decided, whatever comes next. */
  void doubt(PatientId patient, FingerReport.Mismatch m, LocalDate day) {
    Map<String, String> detail = new HashMap<>(figures(m.score(), m.attempts()));
    detail.put("day", day.toString());
    note(Fact.IdentityAttempted.MISMATCH, Optional.of(patient), Map.copyOf(detail));
  }

  void note(String outcome, Optional<PatientId> patient, Map<String, String> more) {
    note(List.of(new Fact.IdentityAttempted(station, outcome, patient, more)));
  }

  void note(List<Fact> facts) {
    house
        .journal()
        .transact(
            new Transaction<Boolean>(
                "station-" + station.value(),
                house.clock().instant(),
                reads -> Decision.accept(facts, true)),
            outcome -> {});
  }
}
