package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.Optional;

/**
 * Two people at one downtime sheet: the session of one, the signature of the other.
 *
 * @param digest of exactly what both sign
 */
record TwoPeople(Session by, Optional<Signature> second, String digest) {

  /** What came of it. */
  sealed interface Answer {
    /** Both signed. */
    record Signed(Fact.ActSigned act) implements Answer {}

    /** Not enough. */
    record No(Refusal refusal) implements Answer {}
  }

  Answer judge(House house) {
    Instant now = house.clock().instant();
    Signature first = new Signature(by.staff(), by.roles(), digest, by.terminal(), now);
    return switch (SecondSignature.judge(
        ActKind.DOWNTIME_SHEET.at(house.site()), digest, first, second, now)) {
      case SecondSignature.Answer.Missing m ->
          new Answer.No(Refusal.of("second-signature-needed", "R-122", m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o ->
          throw new IllegalStateException("a sheet is never signed later");
      case SecondSignature.Answer.Signed s ->
          new Answer.Signed(
              new Fact.ActSigned(
                  house.ids().next("a"),
                  ActKind.DOWNTIME_SHEET.name(),
                  digest,
                  by.staff(),
                  second.orElseThrow().staff(),
                  s.mode().name(),
                  s.flagged()));
    };
  }
}
