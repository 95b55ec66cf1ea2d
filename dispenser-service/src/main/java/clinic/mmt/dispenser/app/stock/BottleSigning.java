package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.ActSign;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.List;
import java.util.Optional;

/** Whether enough persons signed what is done with bottles, by the persons-per-act table. */
record BottleSigning(House house, Session by, Optional<Signature> second) {

  /** What came of it. */
  sealed interface Answer {
    /** Enough, with what is to be written of it. */
    record Signed(List<Fact> acts) implements Answer {}

    /** Not enough. */
    record No(Refusal why) implements Answer {}
  }

  Answer judge(Bottles.Asked asked) {
    boolean weighed = asked.all().stream().allMatch(r -> r.gross().isPresent());
    Optional<ActKind> kind = asked.act().signedAs(weighed);
    if (kind.isEmpty()) {
      return new Answer.Signed(List.of());
    }
    if (asked.act() == BottleAct.MOUNT && second.isEmpty()) {
      return new Answer.No(Refusal.of(StockNo.NO_WEIGHT));
    }
    return judge(kind.get(), asked.digest());
  }

  private Answer judge(ActKind kind, String digest) {
    return switch (new ActSign(house, by, second, "R-79").judge(kind, digest)) {
      case ActSign.Answer.No(Refusal why) -> new Answer.No(why);
      case ActSign.Answer.Signed(List<Fact> acts) -> new Answer.Signed(acts);
    };
  }
}
