package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.UseCases;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.monitor.ClinicMonitor;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.takehome.Approvals;
import clinic.mmt.dispenser.app.takehome.BottlesBack;
import clinic.mmt.dispenser.app.takehome.Supplies;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle.State;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Doses to take home from the approval to the empties, beside the counter. */
class TakeHomeCounterTest {

  private static final PatientId PATIENT = new PatientId("P-A");
  private static final Session DOCTOR = Bed.session("S-doctor", Role.PRESCRIBER);
  private static final Session HEAD = Bed.session("S-head", Role.HEAD);

  private final Bed bed = new Bed();
  private final Approvals approvals = new Approvals(bed.house);
  private final Supplies supplies = new Supplies(bed.house);
  private final BottlesBack back = new BottlesBack(bed.house);

  private <T> Answered<T> ask(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private static <T> void refused(String code, Answered<T> answer) {
    assertEquals(Optional.of(code), UseCases.refused(answer));
  }

  private LocalDate today() {
    return bed.house.calendar().today();
  }

  /** The scheme is off in the profile: a doctor and the head replaced the value. */
  private void on(String... keys) {
    Fact batch =
        new Fact.BatchReceived(
            Bed.BATCH,
            Concentration.ofMilligramsPerMillilitre(10),
            Optional.of(FakeDevices.DENSITY),
            Volume.ZERO,
            List.of());
    Stream<Fact> changes =
        Stream.of(keys)
            .<Fact>map(
                key ->
                    new OversightFact.ValueChanged(
                        new ValueChange(
                            "v-" + key,
                            "VN-2024",
                            key,
                            "off",
                            "on",
                            today(),
                            "the scheme",
                            new Signers(DOCTOR.staff(), HEAD.staff(), today()))));
    List<Fact> facts = Stream.concat(Stream.of(batch), changes).toList();
    bed.journal.transact(
        new Transaction<>("S-setup", Bed.MORNING, reads -> Decision.accept(facts, true)),
        outcome -> {});
    bed.run();
  }

  private Signature signed(Session by, String digest) {
    return new Signature(by.staff(), by.roles(), digest, "terminal-1", bed.house.clock().instant());
  }

  private Approvals.Asked asked(int days, Set<Criterion> ticked, boolean decision) {
    return new Approvals.Asked(
        PATIENT,
        today(),
        today().plusDays(20),
        days,
        ticked,
        "commitment 12",
        decision ? Optional.of(new Approvals.Asked.Decided("QD 7", today())) : Optional.empty());
  }

  private Answered<String> approve(Session by, Optional<Signature> second, Approvals.Asked asked) {
    return ask(reply -> approvals.approve(by, second, asked, reply));
  }

  private String approved() {
    on("take-home");
    return UseCases.yes(
        approve(DOCTOR, Optional.empty(), asked(2, EnumSet.allOf(Criterion.class), false)));
  }

  private Supplies.Filling filling(int days, long microlitres) {
    return new Supplies.Filling(
        PATIENT,
        today().plusDays(days),
        DosePart.WHOLE,
        Bed.STATION,
        FakeDevices.DENSITY.massOf(Volume.ofMicrolitres(microlitres)));
  }

  private Answered<TakeHomeBottle> fill(Supplies.Filling filling) {
    return ask(
        reply ->
            supplies.fill(
                Bed.NURSE, Optional.of(signed(Bed.PHARMACIST, filling.digest())), filling, reply));
  }

  private BottleId filled(int days) {
    return UseCases.yes(fill(filling(days, 8500))).label();
  }

  private Answered<String> out(BottleId... labels) {
    return ask(
        reply ->
            supplies.handOver(
                Bed.NURSE, new Supplies.Out(PATIENT, List.of(labels), Optional.empty()), reply));
  }

  private Answered<State> waste(BottleId label, long microlitres) {
    BottlesBack.Waste waste =
        new BottlesBack.Waste(
            label,
            Bed.STATION,
            FakeDevices.DENSITY.massOf(Volume.ofMicrolitres(microlitres)),
            "why");
    return ask(
        reply ->
            back.waste(
                Bed.NURSE, Optional.of(signed(Bed.PHARMACIST, waste.digest())), waste, reply));
  }

  private void drunk() {
    bed.identify("P-A").pour(8500).handOverMeasured();
  }

  private void tomorrow() {
    bed.wait(Duration.ofHours(24));
  }

  /** Who is expected and has not come, as a wall tells it. */
  private int notCome() {
    return new ClinicMonitor(bed.house, "site", List.of(Bed.STATION)).now().waiting().notCome();
  }

  private Volume balance(AccountKind kind, String of) {
    return bed.read(reads -> reads.balance(new Account(kind, of), Bed.BATCH));
  }

  /** drunk here, one bottle a day goes out, and each day has its dose. */
  @Test
  void aSupplyCoversTheDaysAfterToday() {
    approved();
    BottleId first = filled(1);
    BottleId second = filled(2);
    assertEquals(Volume.ofMicrolitres(8500), balance(AccountKind.TAKE_HOME, first.value()));
    assertEquals(Volume.ofMicrolitres(983_000), balance(AccountKind.BOTTLE, "B-1"));
    refused("take-home-first-on-site", out(first, second));
    drunk();
    refused("take-home-wrong-set", out(first));
    UseCases.yes(out(first, second));
    assertEquals(Volume.ZERO, balance(AccountKind.TAKE_HOME, first.value()));
    assertEquals(Volume.ofMicrolitres(25_500), balance(AccountKind.PATIENT, "-"));
    for (int day = 1; day <= 2; day++) {
      tomorrow();
      assertEquals(1, notCome(), "P-B alone is expected");
      bed.identify("P-A").empty();
      assertEquals("covered-by-take-home", bed.notice());
    }
    tomorrow();
    assertEquals(2, notCome(), "the control");
    bed.identify("P-A").is(Phase.REVIEWING); // no day was missed
  }

  /** off in the profile, and the refusal says who switches it on. */
  @Test
  void nobodyIsApprovedWhereTheSchemeIsOff() {
    refused(
        "take-home-off",
        approve(DOCTOR, Optional.empty(), asked(2, EnumSet.allOf(Criterion.class), false)));
    refused("take-home-off", fill(filling(1, 8500)));
  }

  /** a doctor's act; what fails is listed, each with its way on; and it ends by an act. */
  @Test
  void aDoctorApprovesWhoMeetsEveryCriterionAndEndsIt() {
    on("take-home");
    refused(
        "not-your-function", approve(Bed.PHARMACIST, Optional.empty(), asked(2, Set.of(), false)));
    Answered<String> no = approve(DOCTOR, Optional.empty(), asked(2, Set.of(), false));
    refused("take-home-treatment-unknown", no);
    Refusal refusal = ((Answered.No<String>) no).refusal();
    assertEquals(5, refusal.details().size(), "every other criterion");
    assertTrue(refusal.details().stream().noneMatch(told -> told.liftedBy().isEmpty()));
    refused("take-home-no-approval", fill(filling(1, 8500)));
    String approval =
        UseCases.yes(
            approve(DOCTOR, Optional.empty(), asked(2, EnumSet.allOf(Criterion.class), false)));
    filled(1);
    UseCases.yes(
        this.<String>ask(reply -> approvals.end(DOCTOR, PATIENT, approval, "moves", reply)));
    refused("take-home-no-approval", fill(filling(2, 8500)));
    refused(
        "no-such-approval",
        this.<String>ask(reply -> approvals.end(DOCTOR, PATIENT, approval, "moves", reply)));
  }

  /** a named decision needs the head too; it opens more days, and no second dose. */
  @Test
  void aDecisionOfDoctorAndHeadStandsInPlaceOfTheCriteria() {
    on("take-home");
    Approvals.Asked asked = asked(7, Set.of(), true);
    refused("second-signature-needed", approve(DOCTOR, Optional.empty(), asked));
    Optional<Signature> nurse = Optional.of(signed(Bed.NURSE, asked.digest()));
    refused("doctor-and-head-needed", approve(DOCTOR, nurse, asked));
    Optional<Signature> head = Optional.of(signed(HEAD, asked.digest()));
    UseCases.yes(approve(DOCTOR, head, asked));
    filled(7);
    refused("take-home-too-many-days", fill(filling(8, 8500)));
    refused("bottle-filled-already", fill(filling(7, 8500)));
    refused("take-home-not-ahead", fill(filling(0, 8500)));
    Approvals.Asked more = asked(8, Set.of(), true);
    refused(
        "take-home-too-many-days", approve(DOCTOR, Optional.of(signed(HEAD, more.digest())), more));
  }

  /** 2 % above and below the ordered dose agrees, a drop more does not; two persons sign. */
  @Test
  void aBottleIsWeighedByTwoPersons() {
    approved();
    refused("bottle-weighs-otherwise", fill(filling(1, 8329)));
    refused("bottle-weighs-otherwise", fill(filling(1, 8671)));
    Supplies.Filling right = filling(1, 8670);
    refused(
        "second-signature-needed",
        this.<TakeHomeBottle>ask(
            reply -> supplies.fill(Bed.NURSE, Optional.empty(), right, reply)));
    Signature own = signed(Bed.NURSE, right.digest());
    refused(
        "second-signature-needed",
        this.<TakeHomeBottle>ask(
            reply -> supplies.fill(Bed.NURSE, Optional.of(own), right, reply)));
    TakeHomeBottle bottle = UseCases.yes(fill(right));
    assertEquals(Mass.ofMilligrams(85), bottle.dose());
    assertEquals(Volume.ofMicrolitres(8670), bottle.content().volume());
    UseCases.yes(fill(filling(2, 8330)));
  }

  /** found not fit today, or under a hold, nothing is filled. */
  @Test
  void whoIsNotFitOrHeldTakesNothingHome() {
    approved();
    bed.identify("P-A");
    Bed.done(bed.step(Step.NOT_FIT, bed.visit()));
    refused("take-home-not-fit", fill(filling(1, 8500)));
    tomorrow();
    filled(1);
    Notes notes = new Notes(bed.house);
    UseCases.yes(
        this.<String>ask(
            reply ->
                notes.hold(
                    DOCTOR, PATIENT, new Hold("look", Hold.By.DOCTOR), Optional.empty(), reply)));
    refused("take-home-barred", fill(filling(2, 8500)));
  }

  /** the empties come back, each scanned once, before the next supply. */
  @Test
  void emptiesAreCountedBeforeTheNextSupply() {
    approved();
    drunk();
    BottleId label = filled(1);
    UseCases.yes(out(label));
    refused("bottle-empty-early", empty(label));
    tomorrow();
    filled(1);
    tomorrow();
    refused("take-home-empties", fill(filling(1, 8500)));
    assertEquals(State.EMPTY_BACK, UseCases.yes(empty(label)));
    refused("bottle-is-elsewhere", empty(label));
    refused("no-such-bottle", empty(new BottleId("TH-none")));
    filled(1);
  }

  private Answered<State> empty(BottleId label) {
    return ask(reply -> back.empty(Bed.NURSE, label, reply));
  }

  /** a lost bottle is not replaced; its day stays closed until a doctor opens it. */
  @Test
  void aLostBottleIsNotReplacedUnlessADoctorOpensTheDay() {
    approved();
    drunk();
    BottleId label = filled(1);
    UseCases.yes(out(label));
    UseCases.yes(this.<State>ask(reply -> back.lost(Bed.NURSE, label, "on the bus", reply)));
    tomorrow();
    bed.identify("P-A").empty();
    assertEquals("maybe-dosed", bed.notice());
    refused(
        "not-your-function",
        this.<State>ask(reply -> back.reopen(Bed.NURSE, label, "asked", reply)));
    UseCases.yes(this.<State>ask(reply -> back.reopen(DOCTOR, label, "looked", reply)));
    bed.identify("P-A").is(Phase.REVIEWING);
    Bed.done(bed.step(Step.POUR));
  }

  /** a full bottle that comes back goes into the waste container, weighed by two. */
  @Test
  void aReturnedBottleIsPouredAway() {
    approved();
    drunk();
    BottleId label = filled(1);
    UseCases.yes(out(label));
    refused("more-than-was-filled", waste(label, 8671));
    assertEquals(State.RETURNED, UseCases.yes(waste(label, 8500)));
    assertEquals(Volume.ofMicrolitres(8500), balance(AccountKind.PATIENT, "-"));
    assertEquals(Volume.ofMicrolitres(8500), balance(AccountKind.WASTE, Bed.STATION.value()));
    tomorrow();
    bed.identify("P-A").empty();
    assertEquals("maybe-dosed", bed.notice());
  }

  /** A bottle that never went out frees its day; what is missing in it is a discrepancy. */
  @Test
  void aBottleThatStayedIsPouredAwayAndExplained() {
    approved();
    BottleId label = filled(1);
    assertEquals(State.DISCARDED, UseCases.yes(waste(label, 8400)));
    assertEquals(Volume.ofMicrolitres(8400), balance(AccountKind.WASTE, Bed.STATION.value()));
    assertEquals(Volume.ofMicrolitres(100), balance(AccountKind.DISCREPANCY, label.value()));
    assertEquals(Volume.ZERO, balance(AccountKind.TAKE_HOME, label.value()));
    filled(1);
  }

  /** H04: who drinks on site on the day of a filled bottle does not get the bottle too. */
  @Test
  void aFilledBottleDoesNotGoOutBesideADose() {
    approved();
    BottleId label = filled(1);
    tomorrow();
    drunk();
    refused("take-home-day-came", out(label));
  }

  /** a representative collects for a patient in hospital, with forms and tight bottles. */
  @Test
  void aRepresentativeCollectsWithForms() {
    approved();
    BottleId label = filled(1);
    assertEquals(
        Optional.of("take-home-form-05"), UseCases.refused(collected(label, "", List.of(label))));
    assertEquals(
        Optional.of("take-home-not-tight"), UseCases.refused(collected(label, "05/1", List.of())));
    UseCases.yes(collected(label, "05/1", List.of(label)));
    tomorrow();
    bed.identify("P-A").empty();
    assertEquals("covered-by-take-home", bed.notice());
  }

  private Answered<String> collected(BottleId label, String form05, List<BottleId> tight) {
    Collection.Representative who =
        new Collection.Representative("Tran Thi B", "04/1", "ward 3", form05, tight);
    return ask(
        reply ->
            supplies.handOver(
                Bed.NURSE, new Supplies.Out(PATIENT, List.of(label), Optional.of(who)), reply));
  }

  /** A recall names whose bottles of the batch are here or at home. */
  @Test
  void aRecallListsTheBottlesOfABatch() {
    approved();
    BottleId label = filled(1);
    List<TakeHomeBottle> listed =
        UseCases.yes(
            this.<List<TakeHomeBottle>>ask(reply -> back.recall(Bed.NURSE, Bed.BATCH, reply)));
    assertEquals(List.of(label), listed.stream().map(TakeHomeBottle::label).toList());
    UseCases.yes(waste(label, 8500));
    assertEquals(
        List.of(),
        UseCases.yes(
            this.<List<TakeHomeBottle>>ask(reply -> back.recall(Bed.NURSE, Bed.BATCH, reply))));
  }
}
