package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One sample of each fact about doses to take home. */
final class TakeHomeFactSamples {

  private TakeHomeFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("take-home.approved", new TakeHomeFact.TakeHomeApproved(approval("TA-1")));
    facts.put(
        "take-home.ended",
        new TakeHomeFact.TakeHomeEnded("TA-1", Facts.PATIENT, "lý do: về quê", Facts.PHARMACIST));
    facts.put("take-home.filled", filled("TH-1", 1, 1));
    facts.put("take-home.handed-over", handedOver("TH-1"));
    facts.put(
        "take-home.changed", changed("TH-1", TakeHomeBottle.State.RETURNED, "lý do: nhập viện"));
  }

  static Approval approval(String id) {
    return new Approval(
        id,
        Facts.PATIENT,
        Facts.DAY,
        Facts.DAY.plusDays(30),
        2,
        Set.of(Criterion.SAFE_STORAGE, Criterion.URINE_NEGATIVE),
        "cam kết số 12",
        Optional.of(new Approval.Emergency("QĐ 7", Facts.DAY, Facts.NURSE)),
        Facts.PHARMACIST);
  }

  /** A bottle for so many days after {@link Facts#DAY}. */
  static TakeHomeFact.TakeHomeFilled filled(String label, int days, int part) {
    TakeHomeBottle bottle =
        new TakeHomeBottle(
            new BottleId(label),
            Facts.PATIENT,
            Facts.DAY.plusDays(days),
            new DosePart(part),
            Mass.ofMilligrams(85),
            new TakeHomeBottle.Content(Facts.BATCH, Facts.STRENGTH, Volume.ofMicrolitres(8_490)),
            TakeHomeBottle.State.FILLED);
    Account from = new Account(AccountKind.BOTTLE, Facts.BOTTLE.value());
    Account to = new Account(AccountKind.TAKE_HOME, label);
    return new TakeHomeFact.TakeHomeFilled(
        bottle,
        Facts.NURSE,
        Facts.PHARMACIST,
        List.of(Posting.move(Facts.BATCH, from, to, bottle.content().volume())));
  }

  static TakeHomeFact.TakeHomeHandedOver handedOver(String label) {
    Account from = new Account(AccountKind.TAKE_HOME, label);
    Account to = Account.only(AccountKind.PATIENT);
    return new TakeHomeFact.TakeHomeHandedOver(
        new Collection(
            "C-1",
            Facts.PATIENT,
            Facts.DAY,
            List.of(new BottleId(label)),
            Optional.of(
                new Collection.Representative(
                    "Trần Thị B", "04/12", "khoa nội", "05/12", List.of(new BottleId(label)))),
            Facts.NURSE),
        List.of(Posting.move(Facts.BATCH, from, to, Volume.ofMicrolitres(8_490))));
  }

  static TakeHomeFact.TakeHomeChanged changed(String label, TakeHomeBottle.State to, String words) {
    return new TakeHomeFact.TakeHomeChanged(
        new BottleId(label), Facts.PATIENT, to, Facts.DAY, words, Facts.NURSE, List.of());
  }
}
