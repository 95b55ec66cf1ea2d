package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Acts;
import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Nobody's dose is on the scale: the next patient comes, shows a card, puts a finger down. */
final class Door {

  /** Cards shown before somebody gives up. */
  private static final int SHOWS_MOST = 14;

  private static final long PATIENCE_NANOS = 3 * Clinic.SECOND;

  /** Where somebody at the counter is asked who this is. */
  static final Set<Snapshot.Stage> ASKS =
      EnumSet.of(Snapshot.Stage.PHOTO, Snapshot.Stage.NO_READ, Snapshot.Stage.DOUBT);

  private static final PassedOver WHY =
      new PassedOver(PassedOver.Why.DRY, "", PassedOver.Besides.SPOKEN_FACT);

  private final Attendant at;
  private final Clinic clinic;
  private long shownNanos;
  private int resolutions;

  Door(Attendant at) {
    this.at = at;
    this.clinic = at.clinic;
  }

  void look(Process p, Snapshot s) {
    switch (s.stage()) {
      case CLOSED -> at.signIn(p);
      case IDLE -> idle(p, s);
      case LOOKING_UP, FINGER, IDENTIFIED -> patience(p);
      case PHOTO -> confirm(p);
      case NO_READ -> resolve(p, ActKind.NO_READ_EXCEPTION);
      case DOUBT -> resolve(p, ActKind.IDENTITY_DOUBT);
    }
  }

  /** A reading that never ends is given up and begun again. */
  private void patience(Process p) {
    if (clinic.time.nanos() - shownNanos > 100 * Clinic.SECOND) {
      p.post(at.index).counter.cancelIdentification();
      shownNanos = clinic.time.nanos();
    }
  }

  private void idle(Process p, Snapshot s) {
    if (at.visit.isEmpty()) {
      arrive();
      return;
    }
    Visit v = at.visit.get();
    if (clinic.time.nanos() - shownNanos < PATIENCE_NANOS / 4) {
      return;
    }
    Optional<Refusal> no = v.shows == 0 ? Optional.empty() : s.notice();
    no.ifPresent(at.hands::refused);
    if (v.done || !v.here || v.drank) {
      at.over(v);
    } else if (v.shows > SHOWS_MOST) {
      clinic.judge.stuck("", "patient " + v.number + " gave up at " + no.map(Refusal::code));
      at.over(v);
    } else {
      answer(p, v, no.map(Refusal::code).orElse(""));
    }
  }

  private void arrive() {
    Visit next = at.queue.poll();
    if (next != null) {
      next.beganNanos = clinic.time.nanos();
      next.here = true;
      at.visit = Optional.of(next);
      shownNanos = 0;
      resolutions = 0;
      at.mischief().arrives(next);
      if (Office.takesNumber(next.number)) {
        clinic.process().ifPresent(p -> number(p, next));
      }
    }
  }

  /** Does what the refusal says is the way on. */
  private void answer(Process p, Visit v, String code) {
    switch (code) {
      case "already-dosed" -> alreadyDosed(v);
      case "covered-by-take-home" -> covered(p, v);
      case "no-prescription-today" -> {
        clinic.counts.reached(FaultKind.ORDER_ENDED);
        wait(v, () -> clinic.register().prescribe(p, v.number, 0, () -> {}));
      }
      case "guest-elsewhere" -> guestAtHome(p, v);
      case "guest-days-over" -> guestOverstays(p, v);
      case "order-pack-old" -> orderedElsewhere(p, v, code, FaultKind.PACK_LATE);
      case "not-in-order-pack" -> orderedElsewhere(p, v, code, FaultKind.PACK_WITHOUT);
      case "imported-not-signed" -> unsigned(p, v);
      case "no-bottle-mounted", "mounted-too-long" -> mount(p, v);
      case "batch-stopped" ->
          wait(v, () -> clinic.stock.batchStopped(p, at.station, () -> changed(p)));
      case "bottle-low" -> {
        clinic.counts.reached(FaultKind.BOTTLE_LOW);
        mount(p, v);
      }
      case "store-failed" -> {
        if (v.shows > SHOWS_MOST / 2) {
          clinic.disk.repaired();
          // The wait for the disk was nobody's fault: patience begins anew.
          v.shows = 1;
        }
        show(p, v);
      }
      case "battery-low" -> {
        clinic.battery.refuses();
        shownNanos = clinic.time.nanos();
      }
      case "cup-is-out" -> shownNanos = clinic.time.nanos();
      case "pause-unanswered" -> wait(v, () -> clinic.paper.answer(p, at));
      case "sheet-owed" -> wait(v, () -> clinic.paper.enter(p, at));
      case "day-not-confirmed" -> confirmDay(p, v);
      default -> {
        if (code.equals("left-care") && clinic.travels().isTransferred(v.number)) {
          clinic.counts.reached(FaultKind.TRANSFERRED_COMES);
          at.over(v);
        } else if (doctor(v.number, code).isPresent()) {
          wait(v, () -> doctor(v.number, code).ifPresent(does -> does.accept(p)));
        } else {
          show(p, v);
        }
      }
    }
  }

  /** What a doctor does about a no of the rules of treatment; nothing about any other. */
  Optional<Consumer<Process>> doctor(int number, String code) {
    return switch (code) {
      case "dose-in-doubt",
          "sent-to-doctor",
          "interval-asks",
          "parts-ask",
          "rolling-high",
          "missed-review",
          "order-pack-old",
          "not-in-order-pack" ->
          Optional.of(p -> new Doctor(p).release(clinic.patient(number), code));
      case "held-by-doctor", "held-by-pharmacist", "held-by-head" ->
          Optional.of(p -> clinic.held().lift(p, clinic.patient(number)));
      case "left-care" ->
          clinic.travels().isTransferred(number)
              ? Optional.empty()
              : Optional.of(p -> readmitted(p, number));
      case "watched" -> Optional.of(p -> new Doctor(p).ends(clinic.patient(number)));
      case "step-high", "rise-soon", "week-high", "over-ceiling", "first-dose-high" ->
          Optional.of(p -> clinic.register().prescribe(p, number, 0, () -> {}));
      case "missed-reduced", "missed-reinduct", "missed-episode", "rise-broken" ->
          Optional.of(p -> clinic.register().prescribe(p, number, -10, () -> {}));
      default -> Optional.empty();
    };
  }

  private void readmitted(Process p, int number) {
    clinic.counts.reached(FaultKind.LEFT_CARE);
    clinic.office().admits(p, number);
  }

  /** Takes a number at the desk; whom the rules stop there sees the doctor before the counter. */
  private void number(Process p, Visit v) {
    clinic
        .office()
        .arrives(
            p,
            v,
            stopped ->
                stopped
                    .flatMap(no -> doctor(v.number, no.code()))
                    .ifPresent(does -> does.accept(p)));
  }

  /** The clock is set first, which takes a while. */
  private void confirmDay(Process p, Visit v) {
    if (clinic.clock.isWrong()) {
      shownNanos = clinic.time.nanos();
    } else {
      wait(v, () -> clinic.register().confirmDay(p, at.hands.who, () -> {}));
    }
  }

  /** Half are sent to the guest site; for the others a doctor calls there and releases home. */
  private void guestAtHome(Process p, Visit v) {
    clinic.counts.reached(FaultKind.GUEST_COMES_HOME);
    if (v.dice.permille(500)) {
      at.over(v);
    } else {
      clinic.travels().dosedHere(v.number);
      wait(v, () -> new Doctor(p).release(v.patient, "guest-elsewhere"));
    }
  }

  /** Half go away without; for the others a doctor here asks the other site and releases today. */
  private void orderedElsewhere(Process p, Visit v, String code, FaultKind kind) {
    clinic.counts.reached(kind);
    if (v.dice.permille(500)) {
      at.over(v);
    } else {
      wait(v, () -> new Doctor(p).release(v.patient, code));
    }
  }

  /** Somebody of a file of today goes home: its list is read line by line before it is signed. */
  private void unsigned(Process p, Visit v) {
    if (clinic.patientFiles().waits(v.number)) {
      at.over(v);
    } else {
      wait(v, () -> clinic.register().unsigned(p, v.number));
    }
  }

  private void guestOverstays(Process p, Visit v) {
    if (clinic.visitors().overstays(p, v)) {
      wait(v, () -> {});
    } else {
      at.over(v);
    }
  }

  /** Half of those who come have lost the bottle, the others are sent home to it. */
  private void covered(Process p, Visit v) {
    if (clinic.homeDoses().happens(v, FaultKind.BOTTLE_LOST, 500)) {
      wait(v, () -> clinic.homeDoses().lost(p, v));
    } else {
      clinic.homeDoses().happens(v, FaultKind.COMES_WHILE_COVERED, 1000);
      at.over(v);
    }
  }

  private void alreadyDosed(Visit v) {
    if (!v.again) {
      clinic.judge.stuck("", "patient " + v.number + " had no dose and is told of one");
    }
    at.over(v);
  }

  private void mount(Process p, Visit v) {
    wait(v, () -> clinic.stock.mount(p, at.station, Goods.USUAL, () -> changed(p)));
  }

  private void changed(Process p) {
    p.post(at.index).counter.stockChanged();
  }

  private void wait(Visit v, Runnable then) {
    v.shows++;
    shownNanos = clinic.time.nanos();
    then.run();
    clinic.process().ifPresent(p -> show(p, v));
  }

  /** Shows the card and puts the finger down a moment later. */
  void show(Process p, Visit v) {
    v.shows++;
    shownNanos = clinic.time.nanos();
    v.busyUntilNanos = shownNanos + 2 * Clinic.SECOND;
    v.reaching = Optional.empty();
    int card = at.mischief().cardOf(v);
    at.station.reader.finger(Optional.of("finger-" + v.number));
    clinic.story.note(clinic, () -> at.station.id.value() + " card " + card + " by " + v.number);
    p.post(at.index).cards.present(card < 0 ? "00FFFFFFFF" : Visit.card(card));
  }

  /** No read: two persons know the patient. A doubt: they look, and the right one gets on. */
  private void resolve(Process p, ActKind kind) {
    Snapshot s = p.post(at.index).screen().orElseThrow();
    Optional<Visit> candidate =
        at.visit.filter(v -> s.candidate().filter(v.patient::equals).isPresent());
    if (candidate.isEmpty() || ++resolutions > 4) {
      p.post(at.index).counter.cancelIdentification();
      resolutions = 0;
      return;
    }
    String digest =
        Acts.identity(kind, at.station.id, candidate.get().patient, p.house.calendar().today());
    p.signatures.signDigest(
        new SignatureDesk.Credential(
            Staff.PHARMACIST.login(), Staff.PHARMACIST.password(), "terminal"),
        digest,
        token -> {
          if (token instanceof Answered.Yes<String>(String t)) {
            p.signatures.take(
                Optional.of(t),
                second ->
                    p.post(at.index)
                        .counter
                        .resolveIdentity(
                            p.session(at.hands.who), Optional.of(WHY), second, this::resolved));
          }
        });
  }

  /**
   * Whoever refuses fingerprints is known by the photo, by one person, who sees when it is of
   * somebody else than stands there.
   */
  private void confirm(Process p) {
    Optional<PatientId> shown = p.post(at.index).screen().flatMap(Snapshot::candidate);
    if (at.visit.filter(v -> shown.filter(v.patient::equals).isPresent()).isEmpty()) {
      p.post(at.index).counter.cancelIdentification();
      return;
    }
    p.post(at.index)
        .counter
        .resolveIdentity(
            p.session(at.hands.who), Optional.empty(), Optional.empty(), this::resolved);
  }

  private void resolved(Reply reply) {
    if (reply instanceof Reply.Refused no) {
      at.hands.refused(no.refusal());
    }
  }
}
