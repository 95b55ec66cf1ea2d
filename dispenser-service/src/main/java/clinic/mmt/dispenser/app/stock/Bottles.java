package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is done with bottles of the stock, from the store to the pump and off it again. */
public final class Bottles {

  private final House house;

  /** For one clinic. */
  public Bottles(House house) {
    this.house = house;
  }

  /**
   * One act on one bottle, or the same on several: all of them or none, signed once. So the bottles
   * of a day are opened in one act.
   *
   * @param all of one kind of act, each of another bottle
   */
  public record Asked(List<BottleRequest> all) {

    /** Copies the list, and checks that it is one act. */
    public Asked {
      all = List.copyOf(all);
      HashSet<BottleId> labels = new HashSet<>();
      for (BottleRequest one : all) {
        if (!labels.add(one.bottle()) || one.act() != all.getFirst().act()) {
          throw new IllegalArgumentException("one act, and each bottle once");
        }
      }
      if (all.isEmpty() || all.getFirst().act().papers()) {
        throw new IllegalArgumentException("an act is about a bottle, and goes without papers");
      }
    }

    /** What is done. */
    public BottleAct act() {
      return all.getFirst().act();
    }

    /** Exactly what two persons sign. */
    public String digest() {
      return Digests.sha256(
          all.stream().map(Asked::words).collect(Collectors.joining("\n", act() + "\n", "")));
    }

    private static String words(BottleRequest r) {
      return String.join(
          "|",
          r.bottle().value(),
          r.station().map(s -> s.value()).orElse("-"),
          r.into().map(BottleId::value).orElse("-"),
          r.gross().map(g -> Long.toString(g.micrograms())).orElse("-"),
          r.volume().map(v -> Long.toString(v.microlitres())).orElse("-"),
          r.words());
    }
  }

  /**
   * What came of it.
   *
   * @param moves as written
   * @param weightOff bottles that came off with another weight than the book says: to be counted
   */
  public record Moved(List<BottleMove> moves, List<BottleId> weightOff) {}

  /** Does it, or refuses all of it. */
  public void move(
      Session by, Optional<Signature> second, Asked asked, Consumer<Answered<Moved>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> move(reads, by, second, asked)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Moved> move(Reads reads, Session by, Optional<Signature> second, Asked asked) {
    Optional<Refusal> no = StockRights.against(by, StockRights.of(asked.act()));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    StockValues values =
        StockValues.of(house.rules(reads).counter(), house.calendar().today(), by.staff());
    return switch (Moves.decide(reads, asked.all(), values)) {
      case Moves.Answer.No(Refusal why) -> Decision.refuse(why);
      case Moves.Answer.Done(List<Fact> facts, Moved moved) ->
          signed(by, second, asked, new ArrayList<>(facts), moved);
    };
  }

  private Decision<Moved> signed(
      Session by, Optional<Signature> second, Asked asked, List<Fact> facts, Moved moved) {
    return switch (new BottleSigning(house, by, second).judge(asked)) {
      case BottleSigning.Answer.No(Refusal why) -> Decision.refuse(why);
      case BottleSigning.Answer.Signed(List<Fact> acts) -> {
        facts.addAll(acts);
        yield Decision.accept(facts, moved);
      }
    };
  }
}
