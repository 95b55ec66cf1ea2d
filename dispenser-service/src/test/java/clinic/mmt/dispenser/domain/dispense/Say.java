package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Events of an invented dose of 85 mg (8.5 mL of 10 mg/mL, cap 8.925 mL), by one word each. */
final class Say {

  static final StaffId NURSE = new StaffId("S-nurse");
  static final StaffId OTHER = new StaffId("S-other");
  static final Profile PROFILE = Profile.vietnamDraft();
  static final Concentration STRENGTH = Concentration.ofMilligramsPerMillilitre(10);
  static final Density DENSITY = new Density(1_034_500);
  static final BatchId BATCH = new BatchId("L-1");
  static final Order ORDER = order(8500);
  private static final AtomicInteger INTENTS = new AtomicInteger();

  private Say() {}

  /** What happens at an instant. */
  interface What extends Function<Instant, DoseEvent> {}

  static Order order(long microlitres) {
    Volume volume = Volume.ofMicrolitres(microlitres);
    return new Order(
        new PrescriptionId("Rx-1"),
        STRENGTH.massIn(volume),
        volume,
        volume.plus(PROFILE.topUp().limit(volume)),
        new BottleId("B-1"),
        BATCH);
  }

  static Intent intent(IntentKind kind, long microlitres) {
    return new Intent(
        new IntentId("i-" + INTENTS.incrementAndGet()),
        kind,
        Volume.ofMicrolitres(microlitres),
        Volume.ZERO,
        Volume.ZERO,
        Volume.ZERO);
  }

  static Weighing weighing(long microlitres) {
    Mass net = DENSITY.massOf(Volume.ofMicrolitres(microlitres));
    return new Weighing(net, Volume.ofMicrolitres(microlitres), true);
  }

  static WeighingFacts facts(boolean complete, boolean topUp) {
    return new WeighingFacts(STRENGTH, complete, topUp, Volume.ofMicrolitres(50));
  }

  static What tap() {
    return tap(ORDER);
  }

  static What tap(Order order) {
    return at ->
        new DoseEvent.PourTapped(
            at, NURSE, order, intent(IntentKind.FIRST, order.volume().microlitres()), "right one");
  }

  static What tapAimedLow(long microlitres) {
    return at ->
        new DoseEvent.PourTapped(
            at, NURSE, ORDER, intent(IntentKind.AIMED_LOW, microlitres), "right one");
  }

  static What tapFirstStroke(long microlitres) {
    return at ->
        new DoseEvent.PourTapped(
            at, NURSE, ORDER, intent(IntentKind.STROKE, microlitres), "right one");
  }

  static What stroke(IntentKind kind, long microlitres) {
    return at -> new DoseEvent.StrokeIntended(at, intent(kind, microlitres));
  }

  static What referred() {
    return at -> new DoseEvent.ReferredToDoctor(at, NURSE, "called the doctor");
  }

  static What notFit() {
    return at -> new DoseEvent.FoundNotFit(at, NURSE, at.plusSeconds(1800), 0);
  }

  static What notFitAgain() {
    return at -> new DoseEvent.FoundNotFit(at, NURSE, at.plusSeconds(1800), 1);
  }

  static What calledBack(StaffId by) {
    return at -> new DoseEvent.CalledBack(at, by, new Identification(Method.CARD_AND_FINGER, at));
  }

  static What left() {
    return at -> new DoseEvent.Left(at, "went away");
  }

  static What notStarted() {
    return at -> new DoseEvent.NotStarted(at, "refused");
  }

  static What tapByHand() {
    return at ->
        new DoseEvent.PourTapped(
            at, NURSE, ORDER, intent(IntentKind.HAND, ORDER.volume().microlitres()), "right one");
  }

  static What tapUnweighed() {
    return at ->
        new DoseEvent.PourTapped(
            at,
            NURSE,
            ORDER,
            intent(IntentKind.UNWEIGHED, ORDER.volume().microlitres()),
            "right one");
  }

  static What restByHand(long microlitres, long weighed) {
    return at ->
        new DoseEvent.RestIntended(
            at,
            NURSE,
            new Intent(
                new IntentId("i-" + INTENTS.incrementAndGet()),
                IntentKind.HAND_REST,
                Volume.ofMicrolitres(microlitres),
                Volume.ZERO,
                Volume.ofMicrolitres(weighed),
                Volume.ZERO));
  }

  static What handBegan() {
    return DoseEvent.HandBegan::new;
  }

  static What handDone() {
    return at -> new DoseEvent.HandDone(at, NURSE);
  }

  static What noScale() {
    return DoseEvent.NoScale::new;
  }

  static What startHandedOver() {
    return DoseEvent.StartHandedOver::new;
  }

  static What startNotWritten() {
    return at -> new DoseEvent.StartNotWritten(at, "port lost");
  }

  static What runs() {
    return DoseEvent.PumpRuns::new;
  }

  static What finished(long microlitres) {
    return at -> new DoseEvent.PumpFinished(at, Volume.ofMicrolitres(microlitres));
  }

  static What stands(long microlitres) {
    return at -> new DoseEvent.PumpStands(at, Volume.ofMicrolitres(microlitres));
  }

  static What stop() {
    return at -> new DoseEvent.StopAsked(at, Optional.of(NURSE), "STOP pressed");
  }

  static What lost() {
    return at -> new DoseEvent.PumpLost(at, "unplugged");
  }

  static What weighed(long microlitres) {
    return weighed(microlitres, facts(true, true));
  }

  static What weighed(long microlitres, WeighingFacts facts) {
    return at -> new DoseEvent.Weighed(at, weighing(microlitres), facts);
  }

  static What weighedAfterStop(long microlitres) {
    return weighed(microlitres, facts(false, true));
  }

  static What weighedWithoutDensity(long microlitres) {
    Mass net = DENSITY.massOf(Volume.ofMicrolitres(microlitres));
    Weighing weighing = Witnesses.weigh(net, Optional.empty(), PROFILE);
    return at -> new DoseEvent.Weighed(at, weighing, facts(true, false));
  }

  static What notWeighed() {
    return at -> new DoseEvent.NotWeighed(at, "no rest");
  }

  static What topUp(long microlitres) {
    return at -> new DoseEvent.TopUpIntended(at, intent(IntentKind.TOP_UP, microlitres));
  }

  static What topUpOff() {
    return at -> new DoseEvent.TopUpOff(at, "too small");
  }

  static What rest(long microlitres) {
    return at -> new DoseEvent.RestIntended(at, NURSE, intent(IntentKind.REST, microlitres));
  }

  static What drawnOff() {
    return at -> new DoseEvent.DrawnOff(at, NURSE);
  }

  static What asItIs(boolean signed) {
    return at -> new DoseEvent.GivenAsItIs(at, NURSE, signed);
  }

  static What discarded(long microlitres) {
    return at ->
        new DoseEvent.DiscardedCup(at, NURSE, Optional.of(Volume.ofMicrolitres(microlitres)));
  }

  static What discardedUnweighed() {
    return at -> new DoseEvent.DiscardedCup(at, NURSE, Optional.empty());
  }

  static What hold() {
    return at -> new DoseEvent.PutOnHold(at, "went to the toilet");
  }

  static What identifiedAgain() {
    return at -> new DoseEvent.IdentifiedAgain(at, new Identification(Method.CARD_AND_FINGER, at));
  }

  static What handOver() {
    return handOver(NURSE, false);
  }

  static What handOver(StaffId by, boolean anotherIdentified) {
    return at -> new DoseEvent.HandOver(at, by, anotherIdentified);
  }

  static What swallowed() {
    return at -> new DoseEvent.Swallowed(at, NURSE, "all, rinsed, spoke");
  }

  static What partTaken(int permille) {
    return at -> new DoseEvent.PartTaken(at, NURSE, permille);
  }

  static What givenBack() {
    return at -> new DoseEvent.GivenBack(at, NURSE);
  }

  static What spilt(int permille) {
    return at -> new DoseEvent.SpiltByPatient(at, NURSE, permille);
  }

  static What walkedOff() {
    return at -> new DoseEvent.WalkedOff(at, NURSE);
  }

  static What notSeen() {
    return at -> new DoseEvent.NotSeen(at, NURSE);
  }

  static What provedUnmoved() {
    return at -> new DoseEvent.ProvedUnmoved(at, NURSE, "counter and scale");
  }

  static What foundInCup(long microlitres, boolean signed) {
    return at -> new DoseEvent.FoundInCup(at, NURSE, weighing(microlitres), signed);
  }

  static What foundDiscarded(long microlitres) {
    return at -> new DoseEvent.FoundDiscarded(at, NURSE, Volume.ofMicrolitres(microlitres));
  }

  static What foundDrunk(long microlitres, int permille, boolean signed) {
    return at ->
        new DoseEvent.FoundDrunk(at, NURSE, Volume.ofMicrolitres(microlitres), permille, signed);
  }

  static What neverKnown(long microlitres, boolean signed) {
    return at -> new DoseEvent.NeverKnown(at, NURSE, Volume.ofMicrolitres(microlitres), signed);
  }

  static What vomited(int minutes) {
    return at -> new DoseEvent.Vomited(at, NURSE, minutes, "staff");
  }

  static What wrongDose() {
    return at ->
        new DoseEvent.WrongDose(
            at, NURSE, "order of yesterday", Learnt.Wrong.OTHER, Optional.empty());
  }

  static What correction(StaffId by, boolean signed) {
    return at -> new DoseEvent.Correction(at, by, signed);
  }

  static What restarted() {
    return DoseEvent.Restarted::new;
  }
}
