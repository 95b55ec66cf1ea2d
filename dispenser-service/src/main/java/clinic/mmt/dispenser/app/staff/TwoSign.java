package clinic.mmt.dispenser.app.staff;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.Optional;

/**
 * An act that two persons sign at once: the session of one and the signature of the other, under
 * exactly the same words.
 *
 * @param kind of act; one that is never signed later
 * @param digest of exactly what both sign
 * @param rule that a refusal names
 */
public record TwoSign(
    ActKind kind, Session by, Optional<Signature> second, String digest, String rule) {

  /** What came of it. */
  public sealed interface Answer {
    /** Both signed. */
    record Signed(Signature second, Fact.ActSigned act) implements Answer {}

    /** Not enough. */
    record No(Refusal refusal) implements Answer {}
  }

  /** Judges by the persons that the act needs at this site; inside a transaction. */
  public Answer judge(House house) {
    Instant now = house.clock().instant();
    Signature first = new Signature(by.staff(), by.roles(), digest, by.terminal(), now);
    return switch (SecondSignature.judge(kind.at(house.site()), digest, first, second, now)) {
      case SecondSignature.Answer.Missing m ->
          new Answer.No(Refusal.of("second-signature-needed", rule, m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o ->
          throw new IllegalStateException("this act is never signed later");
      case SecondSignature.Answer.Signed s -> signed(house, second.orElseThrow(), s);
    };
  }

  private Answer signed(House house, Signature other, SecondSignature.Answer.Signed how) {
    return new Answer.Signed(
        other,
        new Fact.ActSigned(
            house.ids().next("a"),
            kind.name(),
            digest,
            by.staff(),
            other.staff(),
            how.mode().name(),
            how.flagged()));
  }
}
