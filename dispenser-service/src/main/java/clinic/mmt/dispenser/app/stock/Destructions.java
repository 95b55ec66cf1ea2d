package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.OutgoingNo;
import clinic.mmt.dispenser.domain.outgoing.WasteDecision;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Waste containers and quarantined bottles are destroyed by a council. */
public final class Destructions {

  /** A waste container is a canister that two hands carry. */
  private static final Volume MOST = Volume.ofMillilitres(20_000);

  private final House house;

  /** For one clinic. */
  public Destructions(House house) {
    this.house = house;
  }

  /**
   * What is destroyed.
   *
   * @param papers permit and minutes
   * @param council names of the others, who sign the minutes on paper
   * @param waste containers that are emptied
   * @param bottles quarantined bottles
   */
  public record Asked(
      Destruction.Papers papers,
      List<String> council,
      List<Destruction.Waste> waste,
      List<BottleId> bottles) {

    /** Copies the lists; a name is one line. */
    public Asked {
      council = council.stream().map(name -> name.replaceAll("\\s+", " ").strip()).toList();
      waste = List.copyOf(waste);
      bottles = bottles.stream().distinct().toList();
    }

    /** Exactly what two persons sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "\n",
              papers.permit(),
              papers.minutes(),
              papers.method(),
              council.toString(),
              waste.toString(),
              bottles.toString()));
    }
  }

  /** Destroys all of it or nothing. */
  public void destroy(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<Destruction>> reply) {
    new StockAct(house, by, StockRights.of(BottleAct.DESTROY))
        .decide(reads -> destroy(reads, by, second, asked), reply);
  }

  private Decision<Destruction> destroy(
      Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<OutgoingNo> no = against(reads, asked);
    if (no.isPresent()) {
      return Decision.refuse(Refusal.of(no.get()));
    }
    return switch (new TwoSign(ActKind.DESTRUCTION, by, second, asked.digest(), "R-88")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal why) -> Decision.refuse(why);
      case TwoSign.Answer.Signed signed ->
          council(by, signed.second(), asked)
              ? destroy(reads, by, signed, asked)
              : Decision.refuse(Refusal.of(OutgoingNo.COUNCIL));
    };
  }

  private static Optional<OutgoingNo> against(Reads reads, Asked asked) {
    if (asked.waste().isEmpty() && asked.bottles().isEmpty()) {
      return Optional.of(OutgoingNo.NOTHING);
    }
    if (reads.outgoing().destructions().stream()
        .anyMatch(d -> d.papers().minutes().equals(asked.papers().minutes()))) {
      return Optional.of(OutgoingNo.PAPER_USED);
    }
    Set<List<String>> seen = new HashSet<>();
    boolean possible =
        asked.waste().stream()
            .allMatch(
                w ->
                    seen.add(List.of(w.station().value(), w.batch().value()))
                        && reads.batch(w.batch()).isPresent()
                        && !w.measured().isLessThan(Volume.ZERO)
                        && !w.measured().isMoreThan(MOST));
    return possible ? Optional.empty() : Optional.of(OutgoingNo.IMPOSSIBLE_WASTE);
  }

  /** Three or more, each once, and the head is one of the two who sign here. */
  private static boolean council(Session by, Signature second, Asked asked) {
    boolean head = by.roles().contains(Role.HEAD) || second.roles().contains(Role.HEAD);
    long others = asked.council().stream().filter(name -> !name.isEmpty()).distinct().count();
    return head && others + 2 >= Destruction.PERSONS;
  }

  private Decision<Destruction> destroy(
      Reads reads, Session by, TwoSign.Answer.Signed signed, Asked asked) {
    StockValues values =
        StockValues.of(house.rules(reads).counter(), house.calendar().today(), by.staff());
    List<BottleRequest> requests =
        asked.bottles().stream()
            .map(label -> BottleRequest.of(BottleAct.DESTROY, label, asked.papers().minutes()))
            .toList();
    return switch (Moves.decide(reads, requests, values)) {
      case Moves.Answer.No(Refusal why) -> Decision.refuse(why);
      case Moves.Answer.Done done -> {
        Destruction destruction =
            new Destruction(
                house.ids().next("x"),
                house.calendar().today(),
                asked.papers(),
                asked.council(),
                asked.waste(),
                asked.bottles(),
                by.staff(),
                signed.second().staff());
        List<Fact> facts = new ArrayList<>(done.facts());
        facts.add(new OutgoingFact.StockDestroyed(destruction, emptied(reads, asked)));
        facts.add(signed.act());
        yield Decision.accept(facts, destruction);
      }
    };
  }

  private static List<Posting> emptied(Reads reads, Asked asked) {
    return asked.waste().stream()
        .map(
            line ->
                new WasteDecision(
                    line,
                    reads.balance(
                        new Account(AccountKind.WASTE, line.station().value()), line.batch())))
        .flatMap(decision -> decision.postings().stream())
        .toList();
  }

  /** All acts of destruction, the latest first. */
  public void all(Session by, Consumer<Answered<List<Destruction>>> reply) {
    new StockAct(house, by, StockRights.READ_RECEIPTS)
        .read(reads -> reads.outgoing().destructions(), reply);
  }
}
