package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.fact.OutgoingFact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.SiteStep;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each fact means for the views. The one place: live appends and rebuilds both go here. */
public final class Projection {

  private Projection() {}

  /** Exceptions are counted and doubts kept; their day and part are among the details. */
  private static void attempted(Fact.IdentityAttempted attempt, ViewWriter all) {
    IdentityViews views = all.identity();
    Map<String, String> detail = attempt.detail();
    switch (attempt.outcome()) {
      case Fact.IdentityAttempted.NO_READ_EXCEPTION ->
          views.noReadException(
              attempt.patient().orElseThrow(),
              LocalDate.parse(detail.getOrDefault("day", "")),
              new DosePart(Integer.parseInt(detail.getOrDefault("part", ""))));
      case Fact.IdentityAttempted.MISMATCH -> {
        // Entries of before name no day; their doubts were decided at once or ended with the day.
        if (detail.containsKey("day")) {
          views.doubted(
              attempt.patient().orElseThrow(), LocalDate.parse(detail.getOrDefault("day", "")));
        }
      }
      case Fact.IdentityAttempted.DOUBT_LIFTED -> attempt.patient().ifPresent(views::doubtLifted);
      case Fact.IdentityAttempted.OUTAGE_EXCEPTION ->
          all.degraded().readByPhoto(LocalDate.parse(detail.getOrDefault("day", "")));
      default -> {}
    }
  }

  /** Applies the fact of entry {@code sequence} to {@code views}. */
  public static void apply(Fact fact, long sequence, ViewWriter views) {
    switch (fact) {
      // Nearly all are of doses, and the cases are tried one after the other.
      case Fact.DoseMoved moved -> moved(moved, sequence, views);
      case Fact.JournalOpened opened -> views.opened(opened);
      case Fact.ServiceStarted started -> {}
      case Fact.ServiceEnded ended -> {}
      case Fact.DayBegan began -> views.dayBegan(began.day());
      case Fact.StaffRegistered staff -> views.staff(staff.staff(), staff.roles());
      case Fact.PatientRegistered patient -> views.patient(patient.patient(), sequence);
      case Fact.TraitsNoted noted -> views.traits(noted.patient(), noted.traits());
      case Fact.OutsideDoseNoted noted -> views.outside(noted.dose());
      case Fact.HoldPlaced placed -> views.hold(placed.hold());
      case Fact.HoldLifted lifted -> views.holdLifted(lifted.hold());
      case Fact.DoseReleased released ->
          views.released(released.patient(), released.day(), released.codes());
      case Fact.AddedDoseOrdered ordered -> views.added(ordered.order());
      case Fact.ObservationBegan began -> views.observed(began.observation());
      case Fact.ObservationEnded ended -> views.observationEnded(ended.observation());
      case Fact.MovementNoted noted -> views.episodes().movement(noted.movement());
      case Fact.TreatmentGoesOn on ->
          views.episodes().treatmentGoesOn(on.patient(), on.lastCovered());
      case RecordFact of -> recorded(of, views.episodes());
      case TakeHomeFact of -> takeHome(of, views);
      case Fact.SiteNoted(SiteStep step) -> site(step, views);
      case Fact.PatientArrived arrived -> views.door().arrived(arrived.arrival());
      case Fact.PrioritySet set -> views.door().priority(set.patient(), set.day(), set.first());
      case Fact.ReferralEnded ended -> views.door().backFromDoctor(ended.patient(), ended.day());
      case Fact.PrescriptionSigned signed -> prescription(signed.prescription(), sequence, views);
      case Fact.PrescriptionEnded ended -> views.prescriptionEnded(ended.prescription());
      case Fact.ImportTaken taken -> views.importTaken(taken, sequence);
      case Fact.OrderImported imported -> views.orderImported(imported.order(), sequence);
      case Fact.OrderStruck struck -> views.orderStruck(struck.order());
      case Fact.ImportSigned signed -> views.importSigned(signed);
      case OversightFact of -> oversight(of, sequence, views);
      case Fact.BatchReceived received ->
          views.batch(new Batch(received.batch(), received.concentration(), received.density()));
      case Fact.BatchCompared c -> views.compared(c.batch(), c.compared(), c.stopped());
      case Fact.BatchRemeasured again -> views.remeasured(again.batch(), again.density());
      case Fact.BottleMounted mounted -> views.mounted(mounted.station(), mounted.mounted());
      case Fact.BottleUnmounted off -> views.unmounted(off.station(), off.bottle());
      case StockFact of -> stock(of, views);
      case StockDayFact of -> views.stock().ofDay(of, sequence);
      case PumpFact of -> PumpViews.apply(of, sequence, views.pumps());
      case Fact.StationChecked check -> views.checked(check.station(), check.day(), check.passed());
      case DegradedFact of -> degraded(of, views);
      case Fact.IdentityAttempted attempt -> attempted(attempt, views);
      case IdentityFact of -> identity(of, views);
      case OutgoingFact of -> outgoing(of, views.outgoing());
      case UnitFact of -> PumpViews.apply(of, views.pumps());
      case WitnessFact of -> witnessed(of, views.witness());
      case Fact.SignatureOwed owed -> views.owed(owed, sequence);
      case Fact.ActSigned signed -> views.signed(signed.act());
    }
    post(fact, views);
  }

  private static void recorded(RecordFact fact, RecordViews views) {
    switch (fact) {
      case RecordFact.ContactAttempted tried -> views.contact(tried.attempt());
      case RecordFact.AfterCareNoted noted -> views.afterCare(noted.leaving(), noted.step());
      case RecordFact.ResidenceNoted noted -> views.residence(noted.residence());
      case RecordFact.SexNoted noted -> views.sex(noted.patient(), noted.sex());
      case RecordFact.UrineTested tested -> views.urine(tested.result());
      case RecordFact.QuotaSet set -> views.quota(set.quota());
      case RecordFact.DayClosed closed -> views.closed(closed.close());
      case RecordFact.DayHeld held -> {}
    }
  }

  private static void takeHome(TakeHomeFact fact, ViewWriter views) {
    switch (fact) {
      case TakeHomeFact.TakeHomeApproved approved -> views.takeHome().approved(approved.approval());
      case TakeHomeFact.TakeHomeEnded ended -> views.takeHome().approvalEnded(ended.approval());
      case TakeHomeFact.TakeHomeFilled filled -> views.takeHome().filled(filled.bottle());
      case TakeHomeFact.TakeHomeHandedOver out -> out(out, views);
      case TakeHomeFact.TakeHomeChanged changed ->
          views.takeHome().changed(changed.label(), changed.to());
    }
  }

  private static void oversight(OversightFact fact, long sequence, ViewWriter views) {
    switch (fact) {
      case OversightFact.ValuesSigned signed ->
          signed
              .texts()
              .forEach(
                  (key, text) ->
                      views.signed(new SignedValue(signed.profile(), key, text, signed.by())));
      case OversightFact.ValueChanged changed -> changed(changed.change(), sequence, views);
      case OversightFact.CertificateNoted noted -> views.certificate(noted.certificate(), sequence);
      case OversightFact.CertificateExtended more ->
          views.extended(more.certificate(), more.extension());
      case OversightFact.ReviewSet set -> views.review(set.flag());
      case OversightFact.ReviewCleared cleared -> views.reviewCleared(cleared.review());
    }
  }

  private static void degraded(DegradedFact fact, ViewWriter views) {
    switch (fact) {
      case DegradedFact.ModeEntered entered -> views.degraded().entered(entered.mode());
      case DegradedFact.ModeLeft left -> views.degraded().left(left.id());
      case DegradedFact.DayOpened opened -> views.degraded().opened(opened.opening());
      case DegradedFact.DowntimeNoted noted -> views.degraded().downtime(noted.downtime());
      case DegradedFact.SheetRowEntered entered ->
          views.degraded().row(entered.downtime(), entered.row());
      case DegradedFact.SheetIn in -> views.degraded().sheetIn(in.downtime());
    }
  }

  private static void identity(IdentityFact fact, ViewWriter views) {
    switch (fact) {
      case IdentityFact.FingerConsentNoted noted -> views.identity().consent(noted.consent());
      case IdentityFact.EnrolmentCompleted done -> views.identity().enrolled(done.enrolment());
      case IdentityFact.FingersReviewed seen ->
          views.identity().reviewed(seen.patient(), seen.day());
    }
  }

  private static void witnessed(WitnessFact fact, WitnessViews views) {
    switch (fact) {
      case WitnessFact.KeyAnnounced announced -> views.key(announced.key());
      case WitnessFact.CheckpointSigned signed -> views.signed(signed.checkpoint());
    }
  }

  private static void outgoing(OutgoingFact fact, OutgoingViews views) {
    switch (fact) {
      case OutgoingFact.ShipmentSent sent -> views.sent(sent.shipment());
      case OutgoingFact.ShipmentClosed closed -> views.closed(closed.shipment(), closed.how());
      case OutgoingFact.StockDestroyed destroyed -> views.destroyed(destroyed.destruction());
      case OutgoingFact.LookBackOpened opened -> views.opened(opened.incident());
      case OutgoingFact.LookBackClosed closed -> views.closed(closed.incident(), closed.words());
    }
  }

  private static void stock(StockFact fact, ViewWriter views) {
    switch (fact) {
      case StockFact.ProductNoted noted -> views.stock().product(noted.product());
      case StockFact.StockReceived(Receipt receipt, List<Posting> postings) -> {
        views.stock().received(receipt);
        receipt
            .lines()
            .forEach(line -> views.batch(new Batch(line.batch(), line.strength(), line.density())));
      }
      case StockFact.BottleMoved moved -> views.stock().moved(moved.move());
    }
  }

  private static void post(Fact fact, ViewWriter views) {
    for (Posting posting : fact.postings()) {
      for (Posting.Leg leg : posting.legs()) {
        views.balance(leg.account(), posting.batch(), leg.change());
        PumpViews.posted(leg, posting.batch(), views.pumps());
      }
    }
  }

  private static void site(SiteStep step, ViewWriter views) {
    switch (step) {
      case GuestStep.Began began -> views.guests().began(began);
      case GuestStep.Ended ended -> views.guests().ended(ended);
      case PackNoted noted -> views.packs().noted(noted);
    }
  }

  private static void out(TakeHomeFact.TakeHomeHandedOver fact, ViewWriter views) {
    for (BottleId label : fact.collection().labels()) {
      views.takeHome().changed(label, TakeHomeBottle.State.HANDED_OVER);
    }
  }

  /** Whoever signs an order has reviewed the dose. */
  private static void prescription(Prescription signed, long sequence, ViewWriter views) {
    views.prescription(signed, sequence);
    views.reviewedBy(signed.patient(), signed.signature().day());
  }

  /** Who replaces a value signs the new one. */
  private static void changed(ValueChange change, long sequence, ViewWriter views) {
    views.changed(change, sequence);
    views.signed(change.signed());
  }

  /** Only few events tell more of a dose than its state. */
  private static void moved(Fact.DoseMoved moved, long sequence, ViewWriter views) {
    views.dose(moved.to(), sequence);
    DoorViews.moved(moved, views.door());
    PumpViews.moved(moved, views.pumps());
    Learnt learnt = learnt(moved);
    if (learnt.any()) {
      views.learnt(moved.to().dose().id(), learnt);
    }
  }

  private static Learnt learnt(Fact.DoseMoved moved) {
    Map<String, String> detail = moved.detail();
    return new Learnt(
        whole(detail, "permilleTaken").map(Math::toIntExact),
        moved.event().equals("vomited") ? Optional.of(vomit(detail)) : Optional.empty(),
        // Entries of before do not say in what way.
        moved.event().equals("wrong-dose")
            ? Optional.of(Learnt.Wrong.valueOf(detail.getOrDefault("wrong", "OTHER")))
            : Optional.empty(),
        whole(detail, DoseEvent.LessByWish.INSTEAD_OF).map(Mass::new));
  }

  private static Learnt.Vomit vomit(Map<String, String> detail) {
    return Learnt.Vomit.told(
        Integer.parseInt(detail.getOrDefault("minutes", "0")), detail.getOrDefault("seenBy", ""));
  }

  private static Optional<Long> whole(Map<String, String> detail, String name) {
    return Optional.ofNullable(detail.get(name)).map(Long::valueOf);
  }
}
