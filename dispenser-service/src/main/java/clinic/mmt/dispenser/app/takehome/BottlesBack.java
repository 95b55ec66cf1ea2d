package clinic.mmt.dispenser.app.takehome;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decide;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle.State;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What becomes of bottles that were filled: empties counted, full ones poured away by two persons,
 * losses noted as incidents, a day opened again by a doctor, and the list for a recall.
 */
public final class BottlesBack {

  private static final Set<Role> MAY = Set.of(Role.DISPENSER, Role.PHARMACIST);

  private final House house;

  /** For one clinic. */
  public BottlesBack(House house) {
    this.house = house;
  }

  /** An empty bottle was scanned; the answer is its state. */
  public void empty(Session by, BottleId label, Consumer<Answered<State>> reply) {
    transact(
        by,
        reads ->
            found(reads, by, label, Set.of(State.HANDED_OVER))
                .map(
                    no -> Decision.<State>refuse(no),
                    bottle ->
                        bottle.day().isAfter(house.calendar().today())
                            ? Decision.refuse(drunkEarly())
                            : changed(bottle, State.EMPTY_BACK, "", by, List.of())),
        reply);
  }

  /** The patient says that a bottle is lost: an incident, and nothing in its place. */
  public void lost(Session by, BottleId label, String words, Consumer<Answered<State>> reply) {
    transact(
        by,
        reads ->
            found(reads, by, label, Set.of(State.HANDED_OVER))
                .map(
                    no -> Decision.<State>refuse(no),
                    bottle -> changed(bottle, State.LOST, words, by, List.of())),
        reply);
  }

  /**
   * A bottle that is poured into the waste container.
   *
   * @param label of the bottle
   * @param station whose container
   * @param liquid weight of what was in it, without the bottle
   * @param words why
   */
  public record Waste(BottleId label, StationId station, Mass liquid, String words) {

    /** Exactly what both persons sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "\n",
              ActKind.WASTE_TAKE_HOME.name(),
              label.value(),
              station.value(),
              Long.toString(liquid.micrograms()),
              words));
    }
  }

  /** Two persons pour a bottle away; one that was out is returned, its day stays closed. */
  public void waste(
      Session by, Optional<Signature> second, Waste waste, Consumer<Answered<State>> reply) {
    transact(
        by,
        reads ->
            found(reads, by, waste.label(), Set.of(State.FILLED, State.HANDED_OVER, State.LOST))
                .map(
                    no -> Decision.<State>refuse(no),
                    bottle -> waste(reads, bottle, by, second, waste)),
        reply);
  }

  private Decision<State> waste(
      Reads reads, TakeHomeBottle bottle, Session by, Optional<Signature> second, Waste waste) {
    Volume was = bottle.content().volume();
    Volume weighed =
        reads
            .batch(bottle.content().batch())
            .flatMap(batch -> batch.density())
            .map(density -> density.volumeOf(waste.liquid()))
            .orElse(was);
    Profile counter = house.rules(reads).counter();
    Volume most = was.plus(counter.accept().limit(was));
    // Without a density only the gross gate is left.
    if (weighed.isMoreThan(most) || waste.liquid().isMoreThan(counter.heaviest().massOf(most))) {
      return Decision.refuse(
          Refusal.of(
              "more-than-was-filled",
              "R-56",
              "The bottle holds more than was filled into it.",
              "weigh again without the bottle; something may have been added: call the pharmacist"));
    }
    return switch (new TwoSign(ActKind.WASTE_TAKE_HOME, by, second, waste.digest(), "R-56")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal refusal) -> Decision.refuse(refusal);
      case TwoSign.Answer.Signed(Signature other, Fact.ActSigned act) -> {
        State to = bottle.state() == State.FILLED ? State.DISCARDED : State.RETURNED;
        List<Posting> postings = postings(bottle, waste.station(), weighed);
        List<Fact> facts = new ArrayList<>(facts(bottle, to, waste.words(), by, postings));
        facts.add(act);
        yield Decision.accept(facts, to);
      }
    };
  }

  /** What was here has to be explained to the drop; what was out is told by the bottle alone. */
  private static List<Posting> postings(TakeHomeBottle bottle, StationId station, Volume weighed) {
    Account waste = new Account(AccountKind.WASTE, station.value());
    if (bottle.state() != State.FILLED) {
      return List.of(
          Posting.move(
              bottle.content().batch(), Account.only(AccountKind.PATIENT), waste, weighed));
    }
    Account here = Supplies.account(bottle.label());
    Volume rest = bottle.content().volume().minus(weighed);
    Posting poured = Posting.move(bottle.content().batch(), here, waste, weighed);
    Posting open =
        Posting.move(
            bottle.content().batch(),
            here,
            new Account(AccountKind.DISCREPANCY, bottle.label().value()),
            rest);
    return rest.equals(Volume.ZERO) ? List.of(poured) : List.of(poured, open);
  }

  /** A doctor opens the day of a returned or lost bottle; then it may be dosed on site. */
  public void reopen(Session by, BottleId label, String reason, Consumer<Answered<State>> reply) {
    transact(
        by,
        reads ->
            by.roles().contains(Role.PRESCRIBER)
                ? found(reads, by, label, Set.of(State.RETURNED, State.LOST))
                    .map(
                        no -> Decision.<State>refuse(no),
                        bottle -> changed(bottle, State.REOPENED, reason, by, List.of()))
                : Decision.refuse(
                    notYours("Only a doctor opens a day again that was handed out.", "a doctor")),
        reply);
  }

  /** A patient's approvals and bottles. */
  public record Overview(List<Approval> approvals, List<TakeHomeBottle> bottles) {}

  /** What a patient has: approvals that nobody ended, and all bottles; any staff may read it. */
  public void overview(Session by, PatientId patient, Consumer<Answered<Overview>> reply) {
    transact(
        by,
        reads ->
            Decision.accept(
                List.of(),
                new Overview(
                    reads.takeHome().approvals(patient),
                    reads.takeHome().bottles(patient, LocalDate.EPOCH))),
        reply);
  }

  /** Bottles of a batch that are here or with a patient: whom a recall concerns. */
  public void recall(Session by, BatchId batch, Consumer<Answered<List<TakeHomeBottle>>> reply) {
    transact(by, reads -> Decision.accept(List.of(), reads.takeHome().outstanding(batch)), reply);
  }

  /** One bottle, for its label. */
  public void bottle(Session by, BottleId label, Consumer<Answered<TakeHomeBottle>> reply) {
    transact(
        by,
        reads ->
            reads
                .takeHome()
                .bottle(label)
                .map(bottle -> Decision.accept(List.of(), bottle))
                .orElseGet(() -> Decision.refuse(unknown())),
        reply);
  }

  /** A bottle in one of some states, or why not. */
  private sealed interface Found {
    record Bottle(TakeHomeBottle bottle) implements Found {}

    record No(Refusal refusal) implements Found {}

    default Decision<State> map(
        Function<Refusal, Decision<State>> no, Function<TakeHomeBottle, Decision<State>> yes) {
      return switch (this) {
        case Bottle(TakeHomeBottle bottle) -> yes.apply(bottle);
        case No(Refusal refusal) -> no.apply(refusal);
      };
    }
  }

  private static Found found(Reads reads, Session by, BottleId label, Set<State> states) {
    boolean may =
        by.roles().stream().anyMatch(MAY::contains) || by.roles().contains(Role.PRESCRIBER);
    if (!may) {
      return new Found.No(
          notYours("Your functions do not include bottles.", "a dispenser, pharmacist or doctor"));
    }
    Optional<TakeHomeBottle> bottle = reads.takeHome().bottle(label);
    if (bottle.isEmpty()) {
      return new Found.No(unknown());
    }
    return states.contains(bottle.get().state())
        ? new Found.Bottle(bottle.get())
        : new Found.No(
            Refusal.of(
                "bottle-is-elsewhere",
                "R-53",
                "The bottle is not where this could happen: it is " + bottle.get().state() + ".",
                "look at the patient's bottles; scan the label again"));
  }

  private Decision<State> changed(
      TakeHomeBottle bottle, State to, String words, Session by, List<Posting> postings) {
    return Decision.accept(facts(bottle, to, words, by, postings), to);
  }

  private List<Fact> facts(
      TakeHomeBottle bottle, State to, String words, Session by, List<Posting> postings) {
    return List.of(
        new TakeHomeFact.TakeHomeChanged(
            bottle.label(),
            bottle.patient(),
            to,
            house.calendar().today(),
            words,
            by.staff(),
            postings));
  }

  private static Refusal drunkEarly() {
    return Refusal.of(
        "bottle-empty-early",
        "R-56",
        "This bottle is for a day to come, and it is empty.",
        "note it as lost with what was said, and call the doctor: two doses may have been drunk");
  }

  private static Refusal unknown() {
    return Refusal.of(
        "no-such-bottle",
        "R-53",
        "No bottle of ours has this label.",
        "scan the label again; a bottle of another clinic is not ours");
  }

  private static Refusal notYours(String text, String wayOn) {
    return Refusal.of("not-your-function", "R-56", text, wayOn);
  }

  private <T> void transact(Session by, Decide<T> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(by.staff().value(), house.clock().instant(), decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
