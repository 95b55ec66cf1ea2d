package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.Optional;

/** What a decision came to. */
public sealed interface Decision<R> {

  /**
   * Facts to append together, all or none.
   *
   * @param facts may be empty: then nothing is written and the answer is given at once
   * @param answer for the caller
   * @param command a command id to remember with its answer, so that a repeat gets the same one
   */
  record Accept<R>(List<Fact> facts, R answer, Optional<CommandRecord> command)
      implements Decision<R> {}

  /** Refused by a rule; nothing is written. */
  record Refuse<R>(Refusal refusal) implements Decision<R> {}

  /** Accepts facts without a command id. */
  static <R> Decision<R> accept(List<Fact> facts, R answer) {
    return new Accept<>(List.copyOf(facts), answer, Optional.empty());
  }

  /** Refuses. */
  static <R> Decision<R> refuse(Refusal refusal) {
    return new Refuse<>(refusal);
  }
}
