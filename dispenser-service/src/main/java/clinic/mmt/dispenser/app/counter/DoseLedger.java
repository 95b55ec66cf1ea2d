package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DoseMachine;
import clinic.mmt.dispenser.domain.dispense.Effect;
import clinic.mmt.dispenser.domain.dispense.FirstDoses;
import clinic.mmt.dispenser.domain.dispense.Holdings;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Transition;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.LineFlow;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Moves doses: event in, decision on the ledger thread, facts into the journal. */
public final class DoseLedger {

  private final House house;

  /** For one clinic. */
  public DoseLedger(House house) {
    this.house = house;
  }

  /**
   * A dose that moved.
   *
   * @param next its state now
   * @param effects what is to be done now; empty for a repeat
   * @param repeated the answer a repeated command was given before
   */
  public record Moved(State next, List<Effect> effects, Optional<String> repeated) {}

  /** What an asking comes to, decided on the state read inside the transaction. */
  public sealed interface Made {
    /** An event, and facts to write beside it. */
    record Event(DoseEvent event, List<Fact> beside) implements Made {}

    /** No. */
    record No(Refusal refusal) implements Made {}

    /** An event alone. */
    static Made event(DoseEvent event) {
      return new Event(event, List.of());
    }
  }

  /** Makes the event from the state as it is. Pure. */
  @FunctionalInterface
  public interface Maker {
    /** The event for {@code state}, or a refusal. */
    Made make(Reads reads, State state);
  }

  /** Tells the machine an event of a device or the house. */
  public void move(DoseId dose, String actor, DoseEvent event, Consumer<Outcome<Moved>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                actor,
                house.clock().instant(),
                reads -> decide(reads, dose, Optional.empty(), (r, s) -> Made.event(event))),
            reply);
  }

  /**
   * Tells the machine an event that may have been kept beside the ledger (H52). Under its id it is
   * taken in once: after that it changes nothing.
   */
  void moveOnce(
      String id, DoseId dose, String actor, DoseEvent event, Consumer<Outcome<Moved>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                actor, house.clock().instant(), reads -> decideOnce(reads, id, dose, event)),
            reply);
  }

  private Decision<Moved> decideOnce(Reads reads, String id, DoseId dose, DoseEvent event) {
    Optional<State> state = reads.dose(dose);
    if (state.isPresent() && reads.command(id).isPresent()) {
      return Decision.accept(
          List.of(), new Moved(state.get(), List.of(), Optional.of("taken in before")));
    }
    return switch (decide(reads, dose, Optional.empty(), (r, s) -> Made.event(event))) {
      case Decision.Accept<Moved> a ->
          new Decision.Accept<>(
              a.facts(), a.answer(), Optional.of(new CommandRecord(id, "", "kept")));
      case Decision.Refuse<Moved> r -> r;
    };
  }

  /** Tells the machine what a person asked for; a repeated id gets its first answer. */
  public void command(Command command, Maker maker, Consumer<Outcome<Moved>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                command.session().staff().value(),
                house.clock().instant(),
                reads -> decide(reads, command.visit(), Optional.of(command), maker)),
            reply);
  }

  private Decision<Moved> decide(Reads reads, DoseId dose, Optional<Command> command, Maker maker) {
    Optional<State> found = reads.dose(dose);
    if (found.isEmpty()) {
      return Decision.refuse(
          Refusal.of("no-such-visit", "", "There is no such visit.", "identify the patient"));
    }
    State state = found.get();
    Optional<CommandRecord> seen = command.flatMap(c -> reads.command(c.id()));
    if (seen.isPresent()) {
      return seen.get().bodyHash().equals(command.orElseThrow().bodyHash())
          ? Decision.accept(
              List.of(), new Moved(state, List.of(), Optional.of(seen.get().answer())))
          : Decision.refuse(
              Refusal.of(
                  "id-used-for-something-else",
                  "",
                  "This command id was used for something else.",
                  "take a fresh id"));
    }
    return switch (maker.make(reads, state)) {
      case Made.No no -> Decision.refuse(no.refusal());
      case Made.Event made -> apply(reads, state, command, made);
    };
  }

  private Decision<Moved> apply(
      Reads reads, State state, Optional<Command> command, Made.Event made) {
    Holdings holdings = holdings(reads, state.dose());
    Optional<Fact.BatchCompared> compared = compared(reads, state, made.event(), holdings);
    DoseEvent event =
        compared.filter(Fact.BatchCompared::stopped).isPresent()
            ? withoutTopUp(made.event())
            : unlessStopped(reads, state, made.event());
    return switch (machine(reads, state).decide(state, event, holdings)) {
      case Transition.Changed c -> {
        List<Fact> facts = new ArrayList<>();
        facts.add(followed(reads, state.dose(), fact(state, event, c)));
        facts.addAll(made.beside());
        compared.ifPresent(facts::add);
        Moved moved = new Moved(c.next(), c.effects(), Optional.empty());
        yield new Decision.Accept<>(
            facts,
            moved,
            command.map(m -> new CommandRecord(m.id(), m.bodyHash(), c.next().phase().name())));
      }
      case Transition.Unchanged u ->
          Decision.accept(List.of(), new Moved(state, List.of(), Optional.empty()));
      case Transition.Refused r ->
          Decision.refuse(Refusal.of(r.code(), "", r.text(), r.liftedBy()));
    };
  }

  /** Pump against scale, when this is one of the first weighed doses of its batch (H90). */
  private Optional<Fact.BatchCompared> compared(
      Reads reads, State state, DoseEvent event, Holdings holdings) {
    Dose dose = state.dose();
    boolean counts =
        event instanceof DoseEvent.Weighed w
            && state.phase() == Phase.SETTLING
            && w.weighing().confirmed()
            && w.facts().complete()
            && !dose.byHand()
            && holdings.reserved().isMoreThan(Volume.ZERO);
    if (!counts || dose.order().isEmpty()) {
      return Optional.empty();
    }
    Volume weighed = ((DoseEvent.Weighed) event).weighing().volume();
    BatchId batch = dose.order().get().batch();
    return FirstDoses.judge(
            reads.firstDoses(batch),
            new Compared(dose.id(), dose.expected(), weighed),
            house.rules(reads, dose.day()).counter())
        .map(j -> new Fact.BatchCompared(batch, j.dose(), j.stopped()));
  }

  /** A scale that does not agree with the pump asks for no more liquid. */
  private static DoseEvent withoutTopUp(DoseEvent event) {
    return event instanceof DoseEvent.Weighed w
        ? new DoseEvent.Weighed(w.at(), w.weighing(), w.facts().withoutTopUp())
        : event;
  }

  /** Of a stopped batch no further stroke is poured. */
  private static DoseEvent unlessStopped(Reads reads, State state, DoseEvent event) {
    return event instanceof DoseEvent.StrokeIntended s
            && state.dose().order().map(o -> reads.firstDoses(o.batch()).stopped()).orElse(false)
        ? new DoseEvent.TopUpOff(s.at(), "the batch is stopped")
        : event;
  }

  /** The fact of one transition. */
  static Fact.DoseMoved fact(State state, DoseEvent event, Transition.Changed changed) {
    Map<String, String> detail = new HashMap<>(event.detail());
    detail.putAll(changed.detail());
    return new Fact.DoseMoved(
        event.name(),
        Optional.of(state.phase()),
        changed.next(),
        changed.reason(),
        Map.copyOf(detail),
        changed.postings());
  }

  /** The same with the batches that really flowed: the line gives its oldest liquid first. */
  static Fact.DoseMoved followed(Reads reads, Dose before, Fact.DoseMoved moved) {
    if (moved.postings().isEmpty() || before.byHand()) {
      return moved;
    }
    Line line = reads.pumps().line(before.station());
    Map<BatchId, Volume> mixed = reads.pumps().mixed(before.id());
    List<Posting> postings = new ArrayList<>();
    for (Posting posting : moved.postings()) {
      postings.addAll(LineFlow.of(before.station(), line, mixed, posting));
    }
    return postings.equals(moved.postings())
        ? moved
        : new Fact.DoseMoved(
            moved.event(), moved.from(), moved.to(), moved.reason(), moved.detail(), postings);
  }

  /** What the ledger holds for a dose, of all batches. */
  public static Holdings holdings(Reads reads, Dose dose) {
    if (dose.order().isEmpty()) {
      return Holdings.NONE;
    }
    BatchId batch = dose.order().get().batch();
    return new Holdings(
        balance(reads, AccountKind.RESERVED, dose, batch),
        balance(reads, AccountKind.HELD, dose, batch),
        reads.pumps().mixed(dose.id()).values().stream()
            .reduce(balance(reads, AccountKind.CUP, dose, batch), Volume::plus));
  }

  private static Volume balance(Reads reads, AccountKind kind, Dose dose, BatchId batch) {
    return reads.balance(new Account(kind, dose.id().value()), batch);
  }

  /** The machine with the rule values of the dose's day: it keeps what it was authorised with. */
  private DoseMachine machine(Reads reads, State state) {
    return house.rules(reads, state.dose().day()).machine();
  }
}
