package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where a second person signs: with that person's own password, for exactly one act as it stands. A
 * signature is good once and for two minutes.
 */
public final class SignatureDesk {

  private final House house;
  private final StaffRoom staff;
  private final Executor queue;
  private final Map<String, Signature> open = new HashMap<>();

  /** A desk; {@code queue} runs one task at a time. */
  public SignatureDesk(House house, StaffRoom staff, Executor queue) {
    this.house = house;
    this.staff = staff;
    this.queue = queue;
  }

  /**
   * A credential entered for one act.
   *
   * @param login login name of the signer
   * @param password that person's password
   * @param terminal where it was entered
   */
  public record Credential(String login, String password, String terminal) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * What is signed.
   *
   * @param dose the dose
   * @param step the step on it
   * @param amounts the amounts the step will carry, by field; empty where it has none
   */
  public record Asked(DoseId dose, Step step, Map<String, String> amounts) {

    /** Copies the map. */
    public Asked {
      amounts = Map.copyOf(amounts);
    }
  }

  /** Signs a step on a dose as the dose is now; the answer is a token for the command. */
  public void sign(Credential who, Asked act, Consumer<Answered<String>> reply) {
    staff.login(
        who.login(),
        who.password(),
        who.terminal(),
        session -> {
          switch (session) {
            case Answered.Yes<Session>(Session s) -> digest(s, act, reply);
            case Answered.No<Session>(Refusal r) -> reply.accept(new Answered.No<>(r));
            case Answered.Failed<Session>(String why) -> reply.accept(new Answered.Failed<>(why));
          }
        });
  }

  private void digest(Session s, Asked act, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                s.staff().value(), house.clock().instant(), reads -> digest(reads, act)),
            outcome ->
                queue.execute(
                    () -> {
                      switch (Answered.of(outcome)) {
                        case Answered.Yes<String>(String digest) -> keep(s, digest, reply);
                        case Answered.No<String> no -> reply.accept(no);
                        case Answered.Failed<String> f -> reply.accept(f);
                      }
                    }));
  }

  private static Decision<String> digest(Reads reads, Asked act) {
    Optional<State> state = reads.dose(act.dose());
    Optional<ActKind> kind = state.flatMap(s -> Acts.of(act.step(), s));
    if (kind.isEmpty()) {
      return Decision.refuse(
          Refusal.of("nothing-to-sign", "", "This step needs no second signature.", "just do it"));
    }
    return Decision.accept(
        List.of(), Acts.digest(kind.get(), act.step(), state.orElseThrow(), act.amounts()));
  }

  /** Signs something whose digest is known already, such as an identity exception. */
  public void signDigest(Credential who, String digest, Consumer<Answered<String>> reply) {
    staff.login(
        who.login(),
        who.password(),
        who.terminal(),
        session ->
            queue.execute(
                () -> {
                  switch (session) {
                    case Answered.Yes<Session>(Session s) -> keep(s, digest, reply);
                    case Answered.No<Session>(Refusal r) -> reply.accept(new Answered.No<>(r));
                    case Answered.Failed<Session>(String why) ->
                        reply.accept(new Answered.Failed<>(why));
                  }
                }));
  }

  private void keep(Session s, String digest, Consumer<Answered<String>> reply) {
    Instant now = house.clock().instant();
    open.values().removeIf(o -> now.isAfter(o.at().plus(SecondSignature.VALID)));
    String token = house.ids().next("sig");
    open.put(token, new Signature(s.staff(), s.roles(), digest, s.terminal(), now));
    reply.accept(new Answered.Yes<>(token));
  }

  /** Takes a signature; each is good once. Where none is named the answer comes at once. */
  public void take(Optional<String> token, Consumer<Optional<Signature>> reply) {
    if (token.isEmpty()) {
      reply.accept(Optional.empty());
      return;
    }
    queue.execute(() -> reply.accept(token.flatMap(t -> Optional.ofNullable(open.remove(t)))));
  }

  /** The second signature of an act that was done with one (deferred). */
  public void signOwed(Credential who, String act, Consumer<Answered<String>> reply) {
    staff.login(
        who.login(),
        who.password(),
        who.terminal(),
        session -> {
          switch (session) {
            case Answered.Yes<Session>(Session s) -> owed(s, act, reply);
            case Answered.No<Session>(Refusal r) -> reply.accept(new Answered.No<>(r));
            case Answered.Failed<Session>(String why) -> reply.accept(new Answered.Failed<>(why));
          }
        });
  }

  private void owed(Session s, String act, Consumer<Answered<String>> reply) {
    Instant now = house.clock().instant();
    house
        .journal()
        .transact(
            new Transaction<>(s.staff().value(), now, reads -> signOwed(reads, s, act, now)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<String> signOwed(Reads reads, Session s, String act, Instant now) {
    Optional<Fact.SignatureOwed> owed =
        reads.owed().stream().filter(o -> o.act().equals(act)).findFirst();
    if (owed.isEmpty()) {
      return Decision.refuse(
          Refusal.of("nothing-owed", "", "No signature is owed for this act.", "nothing to do"));
    }
    Fact.SignatureOwed o = owed.get();
    Signature second = new Signature(s.staff(), s.roles(), o.digest(), s.terminal(), now);
    return switch (SecondSignature.judgeDeferred(o.digest(), o.first(), second, now)) {
      case SecondSignature.Answer.Signed signed ->
          Decision.accept(
              List.of(
                  new Fact.ActSigned(
                      act,
                      o.kind(),
                      o.digest(),
                      o.first(),
                      s.staff(),
                      signed.mode().name(),
                      signed.flagged())),
              act);
      case SecondSignature.Answer.Owed still ->
          Decision.refuse(Refusal.of("still-owed", "", "Still owed.", "somebody else signs"));
      case SecondSignature.Answer.Missing m ->
          Decision.refuse(Refusal.of("second-signature-needed", "", m.text(), m.liftedBy()));
    };
  }
}
