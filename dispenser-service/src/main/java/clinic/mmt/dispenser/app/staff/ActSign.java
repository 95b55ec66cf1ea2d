package clinic.mmt.dispenser.app.staff;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether enough persons signed an act whose second signature may come later, by the
 * persons-per-act table.
 *
 * @param by who is signed in
 * @param second the other signature, where there is one
 * @param rule that a refusal names
 */
public record ActSign(House house, Session by, Optional<Signature> second, String rule) {

  /** What came of it. */
  public sealed interface Answer {
    /** Enough, with what is to be written of it; nothing where one person is enough. */
    record Signed(List<Fact> acts) implements Answer {}

    /** Not enough. */
    record No(Refusal why) implements Answer {}
  }

  /** Judges; inside a transaction. */
  public Answer judge(ActKind kind, String digest) {
    ActKind.Rule needed = kind.at(house.site());
    if (needed.persons() == 1) {
      return new Answer.Signed(List.of());
    }
    Instant now = house.clock().instant();
    Signature first = new Signature(by.staff(), by.roles(), digest, by.terminal(), now);
    return switch (SecondSignature.judge(needed, digest, first, second, now)) {
      case SecondSignature.Answer.Missing m ->
          new Answer.No(Refusal.of("second-signature-needed", rule, m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed owed ->
          new Answer.Signed(
              List.of(
                  new Fact.SignatureOwed(
                      house.ids().next("a"),
                      kind.name(),
                      digest,
                      by.staff(),
                      house.calendar().today().plusDays(owed.days()))));
      case SecondSignature.Answer.Signed s ->
          new Answer.Signed(
              List.of(
                  new Fact.ActSigned(
                      house.ids().next("a"),
                      kind.name(),
                      digest,
                      by.staff(),
                      second.orElseThrow().staff(),
                      s.mode().name(),
                      s.flagged())));
    };
  }
}
