package clinic.mmt.dispenser.app.takehome;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decide;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.BottleRules;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.TakeHomeFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Bottles to take home: each filled by hand from the mounted bottle and weighed by two persons, and
 * handed over only as a whole set, every label scanned (R-53 to R-55, H09, H106).
 */
public final class Supplies {

  private static final Set<Role> MAY = Set.of(Role.DISPENSER, Role.PHARMACIST);

  private final House house;
  private final TakeHomeLook look;

  /** For one clinic. */
  public Supplies(House house) {
    this.house = house;
    this.look = new TakeHomeLook(house);
  }

  /**
   * One bottle that was filled by hand.
   *
   * @param day to drink it on
   * @param part of that day
   * @param station whose mounted bottle it was filled from
   * @param liquid weight of what is in it, without the bottle
   */
  public record Filling(
      PatientId patient, LocalDate day, DosePart part, StationId station, Mass liquid) {

    /** Exactly what both persons sign. */
    public String digest() {
      return Digests.sha256(
          String.join(
              "\n",
              ActKind.FILL_TAKE_HOME.name(),
              patient.value(),
              day.toString(),
              Integer.toString(part.number()),
              station.value(),
              Long.toString(liquid.micrograms())));
    }

    @Override
    public String toString() {
      return "Filling[•••]";
    }
  }

  /** Books a filled bottle; the answer is the bottle with its label. */
  public void fill(
      Session by,
      Optional<Signature> second,
      Filling filling,
      Consumer<Answered<TakeHomeBottle>> reply) {
    transact(by, reads -> fill(reads, by, second, filling), reply);
  }

  private Decision<TakeHomeBottle> fill(
      Reads reads, Session by, Optional<Signature> second, Filling f) {
    Optional<Prescription> order = reads.prescription(f.patient(), f.day());
    Optional<Refusal> no = mayAct(by).or(() -> whyNotFill(reads, f, order));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    Optional<Mass> dose = dose(order.orElseThrow(), f);
    BottleRules.Source source = Entitlement.source(reads, f.station(), house.calendar().today());
    BottleRules.Answer sized =
        BottleRules.size(
            order.get().id(), dose.orElse(Mass.ZERO), source, house.rules(reads).counter());
    return switch (sized) {
      case BottleRules.Answer.No n ->
          Decision.refuse(Refusal.of(n.code(), n.rule(), n.text(), n.liftedBy()));
      case BottleRules.Answer.Allowed(Order allowed) ->
          weighed(reads, new Weighed(f, allowed, source.mounted().orElseThrow()), by, second);
    };
  }

  private Optional<Refusal> whyNotFill(Reads reads, Filling f, Optional<Prescription> order) {
    boolean split = order.flatMap(o -> o.laterOn(f.day())).isPresent();
    return TakeHomeLook.refusal(
            look.rules(reads).fill(look.supply(reads, f.patient()), f.day(), f.part(), split))
        .or(() -> order.isEmpty() ? Optional.of(noOrder()) : Optional.empty())
        .or(() -> dose(order.orElseThrow(), f).isEmpty() ? Optional.of(noPart()) : Optional.empty())
        .or(() -> placed(reads, f));
  }

  private static Optional<Mass> dose(Prescription order, Filling f) {
    Optional<Mass> later = order.laterOn(f.day());
    return f.part().equals(DosePart.LATER)
        ? later
        : Optional.of(order.doseOn(f.day()).minus(later.orElse(Mass.ZERO)));
  }

  private static Optional<Refusal> placed(Reads reads, Filling f) {
    boolean there =
        reads.takeHome().bottles(f.patient(), f.day()).stream()
            .filter(b -> b.day().equals(f.day()) && b.part().equals(f.part()))
            .anyMatch(b -> b.state().holdsItsPlace());
    return there
        ? Optional.of(
            Refusal.of(
                "bottle-filled-already",
                "R-53",
                "There is a bottle for this day and part.",
                "hand it over; or pour it away, two people"))
        : reads.openOrTaken(f.patient(), f.day(), f.part()).map(dose -> Entitlement.alreadyDosed());
  }

  /** A bottle on the scale, with what it should hold. */
  private record Weighed(Filling filling, Order order, MountedBottle from) {

    /** By weight, where the density is known; else as ordered, within the gross gate. */
    Volume volume() {
      return from.density().map(d -> d.volumeOf(filling.liquid())).orElse(order.volume());
    }
  }

  private Decision<TakeHomeBottle> weighed(
      Reads reads, Weighed w, Session by, Optional<Signature> second) {
    if (!agrees(reads, w)) {
      return Decision.refuse(
          Refusal.of(
              "bottle-weighs-otherwise",
              "R-65",
              "The bottle does not weigh what the ordered dose weighs.",
              "correct what is in it and weigh again, or pour it back under the pharmacist's eyes"));
    }
    return switch (new TwoSign(ActKind.FILL_TAKE_HOME, by, second, w.filling().digest(), "R-53")
        .judge(house)) {
      case TwoSign.Answer.No(Refusal refusal) -> Decision.refuse(refusal);
      case TwoSign.Answer.Signed(Signature other, Fact.ActSigned act) -> {
        TakeHomeBottle bottle = bottle(w);
        Posting out =
            Posting.move(
                w.from().batch(),
                new Account(AccountKind.BOTTLE, w.from().bottle().value()),
                account(bottle.label()),
                w.volume());
        yield Decision.accept(
            List.of(
                new TakeHomeFact.TakeHomeFilled(bottle, by.staff(), other.staff(), List.of(out)),
                act),
            bottle);
      }
    };
  }

  private boolean agrees(Reads reads, Weighed w) {
    Profile counter = house.rules(reads).counter();
    Mass liquid = w.filling().liquid();
    return w.from().density().isPresent()
        ? counter.accept().holds(w.volume(), w.order().volume())
        : !liquid.isLessThan(counter.lightest().massOf(w.order().volume()))
            && !liquid.isMoreThan(counter.heaviest().massOf(w.order().volume()));
  }

  private TakeHomeBottle bottle(Weighed w) {
    return new TakeHomeBottle(
        new BottleId(house.ids().next("TH")),
        w.filling().patient(),
        w.filling().day(),
        w.filling().part(),
        w.order().dose(),
        new TakeHomeBottle.Content(w.from().batch(), w.from().concentration(), w.volume()),
        TakeHomeBottle.State.FILLED);
  }

  /** Where the liquid of a bottle is that is filled and here. */
  static Account account(BottleId label) {
    return new Account(AccountKind.TAKE_HOME, label.value());
  }

  /** What goes out. */
  public record Out(
      PatientId patient,
      List<BottleId> scanned,
      Optional<Collection.Representative> representative) {

    /** Copies the list. */
    public Out {
      scanned = List.copyOf(scanned);
    }
  }

  /** Hands all filled bottles of a patient over; the answer is the collection's id. */
  public void handOver(Session by, Out out, Consumer<Answered<String>> reply) {
    transact(by, reads -> handOver(reads, by, out), reply);
  }

  private Decision<String> handOver(Reads reads, Session by, Out out) {
    LocalDate today = house.calendar().today();
    Collection collection =
        new Collection(
            house.ids().next("col"),
            out.patient(),
            today,
            out.scanned(),
            out.representative(),
            by.staff());
    Optional<Refusal> no =
        mayAct(by)
            .or(
                () ->
                    TakeHomeLook.refusal(
                        look.rules(reads)
                            .handOver(
                                look.supply(reads, out.patient()),
                                collection,
                                TakeHomeLook.drunk(reads, out.patient(), today))));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    List<TakeHomeBottle> bottles =
        out.scanned().stream().flatMap(label -> reads.takeHome().bottle(label).stream()).toList();
    boolean dosed =
        bottles.stream()
            .anyMatch(b -> reads.openOrTaken(b.patient(), b.day(), b.part()).isPresent());
    if (dosed) {
      return Decision.refuse(Entitlement.alreadyDosed());
    }
    List<Posting> postings =
        bottles.stream()
            .map(
                b ->
                    Posting.move(
                        b.content().batch(),
                        account(b.label()),
                        Account.only(AccountKind.PATIENT),
                        b.content().volume()))
            .toList();
    return Decision.accept(
        List.of(new TakeHomeFact.TakeHomeHandedOver(collection, postings)), collection.id());
  }

  private static Optional<Refusal> mayAct(Session by) {
    return by.roles().stream().anyMatch(MAY::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "R-53",
                "A dispenser or pharmacist fills bottles and hands them over.",
                "a dispenser or pharmacist"));
  }

  private static Refusal noOrder() {
    return Refusal.of(
        "no-order-for-that-day",
        "R-19",
        "No prescription holds on the day of the bottle.",
        "a prescriber signs one; or fill fewer days");
  }

  private static Refusal noPart() {
    return Refusal.of(
        "no-such-part", "R-125", "The dose of that day has no later part.", "name the whole dose");
  }

  private <T> void transact(Session by, Decide<T> decide, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(by.staff().value(), house.clock().instant(), decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
