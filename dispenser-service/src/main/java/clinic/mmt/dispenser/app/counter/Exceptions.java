package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Signatures in place of a finger: judged, limited and counted in one transaction (H03). */
final class Exceptions {

  private final House house;
  private final StationId station;

  Exceptions(House house, StationId station) {
    this.house = house;
    this.station = station;
  }

  /**
   * Whose identity is open.
   *
   * @param outage the reader is out of order: on record, not limited
   */
  record Asked(PatientId patient, ActKind kind, boolean outage) {}

  void decide(
      Asked asked, Session by, Optional<Signature> second, Consumer<Answered<Boolean>> reply) {
    LocalDate day = house.calendar().today();
    String digest = Acts.identity(asked.kind(), station, asked.patient(), day);
    Signature first =
        new Signature(by.staff(), by.roles(), digest, by.terminal(), house.clock().instant());
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(), first.at(), reads -> decide(reads, asked, first, second, day)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Boolean> decide(
      Reads reads, Asked asked, Signature first, Optional<Signature> second, LocalDate day) {
    boolean counted = asked.kind() == ActKind.NO_READ_EXCEPTION && !asked.outage();
    if (counted && limited(reads, asked, day) && !NoReadLimit.decided(first, second)) {
      return Decision.refuse(
          Refusal.of(
              "no-read-limit",
              "H03",
              "So many fingers were passed over today that somebody has to decide.",
              "a pharmacist or doctor signs with you, or the finger is read after all"));
    }
    List<Fact> facts = new ArrayList<>();
    if (asked.outage()) {
      facts.add(Fact.IdentityAttempted.outage(station, asked.patient(), day));
    }
    if (counted) {
      facts.add(Fact.IdentityAttempted.exception(station, asked.patient(), day, DosePart.WHOLE));
    }
    return switch (SecondSignature.judge(
        asked.kind().at(house.site()), first.digest(), first, second, first.at())) {
      case SecondSignature.Answer.Missing m ->
          Decision.refuse(Refusal.of("second-signature-needed", "", m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o -> Decision.accept(facts, true);
      case SecondSignature.Answer.Signed s -> {
        second.ifPresent(two -> facts.add(signed(asked, first, two, s)));
        yield Decision.accept(facts, true);
      }
    };
  }

  private boolean limited(Reads reads, Asked asked, LocalDate day) {
    return !NoReadLimit.allows(
        reads.noReadExceptions(asked.patient(), day, DosePart.WHOLE), house.rules(reads).counter());
  }

  private Fact signed(
      Asked asked, Signature first, Signature second, SecondSignature.Answer.Signed how) {
    return new Fact.ActSigned(
        house.ids().next("a"),
        asked.kind().name(),
        first.digest(),
        first.staff(),
        second.staff(),
        how.mode().name(),
        how.flagged());
  }
}
