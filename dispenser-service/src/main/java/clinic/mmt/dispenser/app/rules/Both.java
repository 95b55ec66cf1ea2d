package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.Optional;

/**
 * A doctor and the head at one act: the session of one, the signature of the other.
 *
 * @param digest of exactly what both sign
 */
record Both(Session by, Optional<Signature> second, String digest) {

  /** What came of it. */
  sealed interface Answer {
    /** Both signed. */
    record Signed(Signers by, Fact.ActSigned act) implements Answer {}

    /** Not enough. */
    record No(Refusal refusal) implements Answer {}
  }

  Answer judge(House house) {
    Instant now = house.clock().instant();
    Signature first = new Signature(by.staff(), by.roles(), digest, by.terminal(), now);
    return switch (SecondSignature.judge(
        ActKind.PROFILE_ERASE_RESTORE.at(house.site()), digest, first, second, now)) {
      case SecondSignature.Answer.Missing m ->
          new Answer.No(Refusal.of("second-signature-needed", "R-91", m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o ->
          throw new IllegalStateException("this act is never signed later");
      case SecondSignature.Answer.Signed s -> pair(house, second.orElseThrow(), s);
    };
  }

  private Answer pair(House house, Signature other, SecondSignature.Answer.Signed how) {
    Optional<Signers> signers =
        Signers.of(
            new Signers.One(by.staff(), by.roles()),
            new Signers.One(other.staff(), other.roles()),
            house.calendar().today());
    if (signers.isEmpty()) {
      return new Answer.No(
          Refusal.of(
              "doctor-and-head-needed",
              "R-130",
              "A doctor and the head of the clinic sign rule values, two people.",
              "the one who is missing signs"));
    }
    return new Answer.Signed(
        signers.get(),
        new Fact.ActSigned(
            house.ids().next("a"),
            ActKind.PROFILE_ERASE_RESTORE.name(),
            digest,
            by.staff(),
            other.staff(),
            how.mode().name(),
            how.flagged()));
  }
}
