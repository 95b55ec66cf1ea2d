package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.Posting;
import java.time.LocalDate;
import java.util.Optional;

/** What each fact means for the views. The one place: live appends and rebuilds both go here. */
public final class Projection {

  private Projection() {}

  /** Only an exception is counted; its day and part are among its details. */
  private static void exception(Fact.IdentityAttempted attempt, ViewWriter views) {
    if (attempt.outcome().equals(Fact.IdentityAttempted.NO_READ_EXCEPTION)) {
      views.noReadException(
          attempt.patient().orElseThrow(),
          LocalDate.parse(attempt.detail().getOrDefault("day", "")),
          new DosePart(Integer.parseInt(attempt.detail().getOrDefault("part", ""))));
    }
  }

  /** Applies the fact of entry {@code sequence} to {@code views}. */
  public static void apply(Fact fact, long sequence, ViewWriter views) {
    switch (fact) {
      case Fact.JournalOpened opened -> views.opened(opened);
      case Fact.ServiceStarted started -> {}
      case Fact.DayBegan began -> views.dayBegan(began.day());
      case Fact.StaffRegistered staff -> views.staff(staff.staff(), staff.roles());
      case Fact.PatientRegistered patient -> views.patient(patient.patient(), sequence);
      case Fact.TraitsNoted noted -> views.traits(noted.patient(), noted.traits());
      case Fact.OutsideDoseNoted noted -> views.outside(noted.dose());
      case Fact.HoldPlaced placed -> views.hold(placed.hold());
      case Fact.HoldLifted lifted -> views.holdLifted(lifted.hold());
      case Fact.DoseReleased released ->
          views.released(released.patient(), released.day(), released.codes());
      case Fact.PrescriptionSigned signed -> views.prescription(signed.prescription(), sequence);
      case Fact.PrescriptionEnded ended -> views.prescriptionEnded(ended.prescription());
      case Fact.BatchReceived received ->
          views.batch(new Batch(received.batch(), received.concentration(), received.density()));
      case Fact.BatchCompared c -> views.compared(c.batch(), c.compared(), c.stopped());
      case Fact.BatchRemeasured again -> views.remeasured(again.batch(), again.density());
      case Fact.BottleMounted mounted -> views.mounted(mounted.station(), mounted.mounted());
      case Fact.BottleUnmounted off -> views.unmounted(off.station(), off.bottle());
      case Fact.StationChecked check -> views.checked(check.station(), check.day(), check.passed());
      case Fact.DoseMoved moved -> moved(moved, sequence, views);
      case Fact.IdentityAttempted attempt -> exception(attempt, views);
      case Fact.SignatureOwed owed -> views.owed(owed, sequence);
      case Fact.ActSigned signed -> views.signed(signed.act());
    }
    for (Posting posting : fact.postings()) {
      for (Posting.Leg leg : posting.legs()) {
        views.balance(leg.account(), posting.batch(), leg.change());
      }
    }
  }

  /** Only the few ends that say so tell how much was taken, or that it was vomited. */
  private static void moved(Fact.DoseMoved moved, long sequence, ViewWriter views) {
    views.dose(moved.to(), sequence);
    String permille = moved.detail().get("permilleTaken");
    boolean vomited = moved.event().equals("vomited");
    if (permille != null || vomited) {
      views.learnt(
          moved.to().dose().id(), Optional.ofNullable(permille).map(Integer::valueOf), vomited);
    }
  }
}
