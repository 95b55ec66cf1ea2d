package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.CardToken;
import clinic.mmt.dispenser.app.people.ClinicCard;
import clinic.mmt.dispenser.app.people.FoundCard;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.identity.Identification.Method;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A card says who, a finger confirms 1:1; then the visit opens, or a refusal names the way on. */
final class Identifying {

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Pouring pouring;
  private final Executor queue;
  private final Visits visits;
  private final Attempts attempts;
  private final Confirming confirming;

  /** Whose card came here with another finger, and not yet with the right one. */
  private final Set<PatientId> doubted = new HashSet<>();

  /** One presented card; an answer to an earlier one is nothing any more. */
  private long round;

  Identifying(House house, Desk desk, StationDevices devices, Pouring pouring, Executor queue) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.pouring = pouring;
    this.queue = queue;
    this.visits = new Visits(house, desk.station);
    this.attempts = new Attempts(house, desk.station);
    this.confirming = new Confirming(house, desk, attempts, queue, this::identified);
  }

  /** A card was presented. */
  void token(String token) {
    if (desk.closing) {
      return;
    }
    if (desk.users.isEmpty()) {
      desk.notice(CardRefusals.signInFirst());
      return;
    }
    Optional<Refusal> closed = noNewVisits();
    if (closed.isPresent()) {
      desk.notice(closed.get());
      return;
    }
    if (desk.onScale.map(s -> s instanceof State.InMotion).orElse(false)) {
      desk.notice("pour-under-way", "A dose is being poured.", "wait until it is measured");
      return;
    }
    devices.cancelVerify();
    desk.stage = Snapshot.Stage.LOOKING_UP;
    desk.candidate = Optional.empty();
    desk.changed();
    long mine = ++round;
    if (ClinicCard.isClaimedBy(token)) {
      house.people().byCard(token, card -> queue.execute(() -> clinicCard(mine, card)));
    } else {
      house.people().byToken(CardToken.of(token), found -> queue.execute(() -> found(mine, found)));
    }
  }

  /** A card of the clinic's own make: what it says is a token like another card's number. */
  private void clinicCard(long mine, FoundCard card) {
    switch (card) {
      case FoundCard.Holder(PatientId patient) -> found(mine, Optional.of(patient));
      case FoundCard.Unknown u -> found(mine, Optional.empty());
      case FoundCard.Revoked r -> noCard(mine, CardRefusals.revoked());
      case FoundCard.OfAnotherClinic o -> noCard(mine, CardRefusals.ofAnotherClinic());
      case FoundCard.Forged f -> noCard(mine, CardRefusals.forged());
    }
  }

  /** The journal has how a card failed, never whose it says it is and never its text. */
  private void noCard(long mine, Refusal why) {
    if (mine == round) {
      idle();
      desk.notice(why);
      attempts.note(why.code(), Optional.empty(), Map.of());
    }
  }

  /** A scanner read something that is no text: wrong settings, or no card of ours. */
  void unreadable() {
    if (!desk.closing) {
      desk.notice(CardRefusals.unreadable());
    }
  }

  /** H52, H65, R-122: what is open is finished, and nobody new is begun with. */
  private Optional<Refusal> noNewVisits() {
    if (!desk.unwritten.isEmpty()) {
      return Optional.of(Pouring.storeFailed("a result still waits to be written"));
    }
    Optional<LocalDate> clock = house.calendar().toConfirm();
    if (clock.isPresent() && desk.onScale.isEmpty()) {
      return Optional.of(DayBook.unconfirmed(house.calendar().today(), clock.get()));
    }
    return desk.onScale.isPresent() ? Optional.empty() : desk.noVisitAtAll();
  }

  private void found(long mine, Optional<PatientId> found) {
    if (mine != round) {
      return;
    }
    if (found.isEmpty()) {
      idle();
      desk.notice("unknown-card", "This card belongs to nobody here.", "use another card");
      attempts.note("unknown-token", Optional.empty(), Map.of());
      return;
    }
    PatientId patient = found.get();
    Optional<Refusal> inTheWay = inTheWay(patient);
    if (inTheWay.isPresent()) {
      idle();
      desk.notice(inTheWay.get());
      attempts.note("refused", found, Map.of("why", inTheWay.get().code()));
      return;
    }
    desk.stage = Snapshot.Stage.FINGER;
    desk.candidate = found;
    desk.notice = Optional.empty();
    desk.changed();
    house.people().fingers(patient, fingers -> queue.execute(() -> verify(mine, patient, fingers)));
  }

  /** H86, H87: another person identified while a cup is out is refused, and remembered. */
  private Optional<Refusal> inTheWay(PatientId patient) {
    boolean otherOnScale = desk.onScale.map(s -> !s.dose().patient().equals(patient)).orElse(false);
    if (otherOnScale) {
      desk.anotherIdentified = true;
      return Optional.of(
          Refusal.of(
              "cup-of-another-person",
              "R-113",
              "The dose at this place is for another person.",
              "finish that dose first; its hand-over asks for the person again"));
    }
    boolean otherOut =
        desk.onScale.isEmpty()
            && desk.watched.map(s -> !s.dose().patient().equals(patient)).orElse(false);
    if (otherOut && desk.users.size() < 2) {
      return Optional.of(cupIsOut());
    }
    return Optional.empty();
  }

  static Refusal cupIsOut() {
    return Refusal.of(
        "cup-is-out",
        "R-112",
        "A cup is in a person's hand and nobody else is signed in to watch it.",
        "say how that dose ended, or a second person signs in");
  }

  private void verify(long mine, PatientId patient, List<StoredFinger> fingers) {
    if (mine != round || !isCandidate(patient)) {
      return;
    }
    if (desk.withoutReader()) {
      verified(mine, patient, new FingerReport.Broken("reader outage, on record"));
      return;
    }
    if (fingers.isEmpty()) {
      withoutFinger(mine, patient);
      return;
    }
    devices.verify(fingers, report -> queue.execute(() -> verified(mine, patient, report)));
  }

  /** Who refuses fingerprints goes the equal way; everybody else's finger is missing. */
  private void withoutFinger(long mine, PatientId patient) {
    house
        .journal()
        .transact(
            new Transaction<Boolean>(
                "station-" + desk.station.value(),
                now(),
                reads ->
                    Decision.accept(
                        List.of(), FingerConsent.isRefused(reads.identity().consent(patient)))),
            outcome -> queue.execute(() -> refuses(mine, patient, outcome)));
  }

  private void refuses(long mine, PatientId patient, Outcome<Boolean> outcome) {
    if (mine != round || !isCandidate(patient)) {
      return;
    }
    if (outcome instanceof Outcome.Done<Boolean> done && done.answer()) {
      house.people().person(patient, person -> queue.execute(() -> photo(mine, patient, person)));
      return;
    }
    noRead(patient, "no finger enrolled", 0);
  }

  /** One dispenser compares; without a photo there is nothing to compare the person with. */
  private void photo(long mine, PatientId patient, Optional<Person> person) {
    if (mine != round || !isCandidate(patient)) {
      return;
    }
    if (person.filter(p -> p.photo().length() > 0).isEmpty()) {
      confirming.readerBroken = false;
      desk.stage = Snapshot.Stage.NO_READ;
      desk.notice(
          "photo-missing",
          "There is no photo on record to compare the person with.",
          "a second person signs now; take the photo at the office today");
      attempts.note("photo-missing", Optional.of(patient), Map.of());
      return;
    }
    desk.stage = Snapshot.Stage.PHOTO;
    desk.changed();
  }

  private boolean isCandidate(PatientId patient) {
    return desk.stage == Snapshot.Stage.FINGER && desk.candidate.map(patient::equals).orElse(false);
  }

  private void verified(long mine, PatientId patient, FingerReport report) {
    if (mine != round || !isCandidate(patient)) {
      return;
    }
    confirming.readerBroken = report instanceof FingerReport.Broken;
    switch (report) {
      case FingerReport.Match m -> identified(patient, Method.CARD_AND_FINGER, matched(patient, m));
      case FingerReport.Mismatch m -> {
        desk.stage = Snapshot.Stage.DOUBT;
        desk.notice(
            "identity-doubt",
            "The finger is not the one of this card.",
            "a pharmacist or doctor and a second person decide who this is");
        doubted.add(patient);
        attempts.doubt(patient, m, house.calendar().today());
      }
      case FingerReport.NoRead n -> noRead(patient, n.reason(), n.attempts());
      case FingerReport.Broken b -> {
        desk.stage = Snapshot.Stage.NO_READ;
        desk.notice(
            "reader-out-of-order",
            "The finger reader is out of order: " + b.text(),
            "card and photo, with a second person (outage record)");
        attempts.note("reader-out-of-order", Optional.of(patient), Map.of());
      }
    }
  }

  /** The right finger ends a doubt of this station; at others somebody decides. */
  private List<Fact> matched(PatientId patient, FingerReport.Match m) {
    Fact match = attempts.of("match", patient, Attempts.figures(m.score(), m.attempts()));
    return doubted.remove(patient)
        ? List.of(match, attempts.of(Fact.IdentityAttempted.DOUBT_LIFTED, patient, Map.of()))
        : List.of(match);
  }

  private void noRead(PatientId patient, String reason, int times) {
    confirming.readerBroken = false;
    desk.stage = Snapshot.Stage.NO_READ;
    desk.notice(
        "no-read",
        "The finger could not be read: " + reason + ".",
        "wipe and try again (present the card), or card and photo with a second person");
    attempts.note("no-read", Optional.of(patient), Attempts.figures(0, times));
  }

  /** Nobody is being identified; a person whose dose stands here stays on the screen (H86). */
  private void idle() {
    Snapshot.Stage none = desk.users.isEmpty() ? Snapshot.Stage.CLOSED : Snapshot.Stage.IDLE;
    desk.stage = desk.onScale.isPresent() ? Snapshot.Stage.IDENTIFIED : none;
    desk.candidate = Optional.empty();
  }

  void cancel() {
    devices.cancelVerify();
    round++;
    idle();
    desk.notice = Optional.empty();
    desk.changed();
  }

  /** Identified: opens a visit, or confirms the person of the dose that stands here. */
  private void identified(PatientId patient, Method method, List<Fact> facts) {
    Identification identification = new Identification(method, now());
    if (desk.users.isEmpty()) {
      attempts.note(facts);
      refused(CardRefusals.signInFirst());
      return;
    }
    Session user = desk.users.values().iterator().next();
    Optional<State> same = desk.onScale.filter(s -> s.dose().patient().equals(patient));
    if (same.isPresent() && same.get() instanceof State.InCup) {
      desk.anotherIdentified = false;
      attempts.note(facts);
      idle();
      pouring.tell(same.get().dose().id(), new DoseEvent.IdentifiedAgain(now(), identification));
      return;
    }
    if (same.isPresent()) {
      attempts.note(facts);
      idle();
      desk.changed();
      pouring.tell(
          same.get().dose().id(), new DoseEvent.CalledBack(now(), user.staff(), identification));
      return;
    }
    desk.stage = Snapshot.Stage.LOOKING_UP;
    visits.open(
        new Visits.Asked(patient, identification, user.staff(), facts),
        outcome -> queue.execute(() -> opened(outcome)));
  }

  private void opened(Outcome<Visits.Opened> outcome) {
    switch (outcome) {
      case Outcome.Done<Visits.Opened> done -> opened(done.answer());
      case Outcome.Refused<Visits.Opened> no -> refused(no.refusal());
      case Outcome.Conflict<Visits.Opened> c -> refused(Constraints.refusal(c.constraint()));
      case Outcome.Failed<Visits.Opened> f ->
          refused(
              Refusal.of(
                  "store-failed",
                  "",
                  "The ledger can't be written: " + f.why(),
                  "free space on the disk, then identify again"));
    }
  }

  private void opened(Visits.Opened opened) {
    switch (opened) {
      case Visits.Opened.Visit v -> {
        desk.stage = Snapshot.Stage.IDENTIFIED;
        desk.anotherIdentified = false;
        desk.notice = Optional.empty();
        desk.ordered = Optional.of(v.ordered());
        desk.mounted = v.mounted();
        desk.left = v.left();
        desk.checkedToday = v.checkedToday();
        desk.adopt(v.state());
        desk.changed();
        pouring.prepare(v.state().dose().id());
      }
      case Visits.Opened.No n -> refused(n.refusal());
    }
  }

  private void refused(Refusal refusal) {
    idle();
    desk.notice(refusal);
  }

  /** Persons say who this is; the reply is given once. */
  void resolve(Confirming.Said said, Consumer<Reply> reply) {
    confirming.resolve(said, reply);
  }

  private Instant now() {
    return house.clock().instant();
  }
}
