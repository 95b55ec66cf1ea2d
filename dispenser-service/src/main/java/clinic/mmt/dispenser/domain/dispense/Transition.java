package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;
import java.util.Map;

/** The machine's answer to one event in one state. */
public sealed interface Transition {

  /**
   * A new state, or something learnt in the same one.
   *
   * @param next the state after
   * @param reason why, empty when the event says it all
   * @param detail attestations, fractions, figures
   * @param postings what moves in the ledger
   * @param effects what is to be done now
   */
  record Changed(
      State next,
      String reason,
      Map<String, String> detail,
      List<Posting> postings,
      List<Effect> effects)
      implements Transition {

    /** A plain change. */
    public static Changed to(State next, Effect... effects) {
      return new Changed(next, "", Map.of(), List.of(), List.of(effects));
    }

    /** The same with a reason. */
    public Changed because(String why) {
      return new Changed(next, why, detail, postings, effects);
    }

    /** The same with details. */
    public Changed noting(Map<String, String> more) {
      return new Changed(next, reason, more, postings, effects);
    }

    /** The same with a posting, unless it moves nothing. */
    public Changed posting(Posting posting) {
      return posting.legs().isEmpty()
          ? this
          : new Changed(next, reason, detail, List.of(posting), effects);
    }
  }

  /** Nothing to do: the event is true and changes nothing, such as a second STOP. */
  record Unchanged() implements Transition {}

  /**
   * Not allowed in this state.
   *
   * @param code stable kebab-case code
   * @param text plain words
   * @param liftedBy the way on
   */
  record Refused(String code, String text, String liftedBy) implements Transition {}
}
