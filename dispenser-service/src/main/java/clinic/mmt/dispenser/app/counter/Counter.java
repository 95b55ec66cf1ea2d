package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.DoseLedger.Maker;
import clinic.mmt.dispenser.app.counter.DoseLedger.Moved;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One counter: its devices, the people signed in, the dose on the scale and the one in a hand. All
 * methods return at once; everything happens in order on the counter's queue.
 */
public final class Counter {

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final DoseLedger ledger;
  private final Executor queue;
  private final Pouring pouring;
  private final Identifying identifying;
  private final Lifting lifting;
  private final Asking asking;
  private final ServiceTurn service;
  private final Map<String, List<Consumer<Reply>>> underWay = new HashMap<>();

  /** A counter with its devices; {@code queue} runs one task at a time, in order. */
  public Counter(House house, StationId station, StationDevices devices, Executor queue) {
    this.house = house;
    this.desk = new Desk(station, house.calendar());
    this.devices = devices;
    this.queue = queue;
    this.ledger = new DoseLedger(house);
    this.pouring = new Pouring(house, desk, devices, ledger, queue);
    this.identifying = new Identifying(house, desk, devices, pouring, queue);
    this.lifting = new Lifting(desk, pouring, ledger, queue);
    this.asking = new Asking(house, desk, devices);
    this.service = new ServiceTurn(house, desk, queue, this::stockChanged);
  }

  /** Begins: adopts what the ledger holds for this station, then listens to the devices. */
  public void open(List<State> left, Consumer<Snapshot> listener) {
    queue.execute(
        () -> {
          desk.listen(listener);
          left.forEach(desk::adopt);
          desk.changed();
          // Nobody knows who was identified here before the start.
          desk.anotherIdentified = desk.onScale.isPresent();
          stockChanged();
          devices.onStatus(
              status ->
                  queue.execute(
                      () -> {
                        desk.devices = status;
                        desk.changed();
                      }));
          devices.onToken(token -> queue.execute(() -> identifying.token(token)));
          devices.onCup(stands -> queue.execute(() -> lifting.cup(stands)));
          devices.onUnreadable(() -> queue.execute(identifying::unreadable));
        });
  }

  /**
   * Reads again which bottle is mounted, whether the station was checked today, and which degraded
   * modes it is in.
   */
  public void stockChanged() {
    house
        .journal()
        .transact(
            new Transaction<>(
                "station-" + desk.station.value(),
                house.clock().instant(),
                reads ->
                    Decision.accept(
                        List.of(),
                        new Stock(
                            reads.mounted(desk.station),
                            Entitlement.shown(
                                reads, reads.mounted(desk.station), house.calendar().today()),
                            reads.checked(desk.station, house.calendar().today()),
                            reads.degraded().modes(desk.station)))),
            outcome -> queue.execute(() -> stock(outcome)));
  }

  private record Stock(
      Optional<MountedBottle> mounted,
      Optional<Volume> left,
      boolean checked,
      List<RunningMode> modes) {}

  private void stock(Outcome<Stock> outcome) {
    if (outcome instanceof Outcome.Done<Stock> done) {
      desk.mounted = done.answer().mounted();
      desk.left = done.answer().left();
      desk.checkedToday = done.answer().checked();
      boolean other = !desk.modes.equals(done.answer().modes());
      desk.modes = done.answer().modes();
      if (other) {
        pouring.modeChanged();
      }
      desk.changed();
    }
  }

  /** A member of staff signs in here; the latest is bound to the next visit. */
  public void signIn(Session session, Runnable done) {
    queue.execute(
        () -> {
          desk.signIn(session);
          if (desk.stage == Snapshot.Stage.CLOSED) {
            desk.stage = Snapshot.Stage.IDLE;
          }
          desk.notice = Optional.empty();
          desk.changed();
          done.run();
        });
  }

  /** Signs out; a patient whose cup is out stays on the screen. */
  public void signOut(StaffId staff) {
    queue.execute(
        () -> {
          desk.signOut(staff);
          if (desk.users.isEmpty() && desk.stage == Snapshot.Stage.IDLE) {
            desk.stage = Snapshot.Stage.CLOSED;
          }
          desk.changed();
        });
  }

  /**
   * STOP: never refused, needs no login, no revision and no visit. The stop frame goes to the pump
   * before anything else; {@code by} is empty when nobody is signed in.
   */
  public void stop(Optional<StaffId> by, String cause) {
    desk.stops.incrementAndGet();
    devices.stop(report -> {});
    queue.execute(() -> stopped(by, cause));
  }

  private void stopped(Optional<StaffId> by, String cause) {
    desk.onScale.ifPresent(
        state ->
            pouring.tell(state.dose().id(), new DoseEvent.StopAsked(pouring.now(), by, cause)));
  }

  /** A person's command. The same id asked again while it is under way waits for its answer. */
  public void command(Command command, Consumer<Reply> reply) {
    long stops = desk.stops.get();
    queue.execute(() -> commanded(command, stops, reply));
  }

  private void commanded(Command command, long stops, Consumer<Reply> reply) {
    Optional<Reply> refused = refusedAtOnce(command);
    if (refused.isPresent()) {
      reply.accept(refused.get());
      return;
    }
    List<Consumer<Reply>> waiting = underWay.get(command.id() + "\n" + command.bodyHash());
    if (waiting != null) {
      waiting.add(reply);
      return;
    }
    underWay.put(command.id() + "\n" + command.bodyHash(), new ArrayList<>(List.of(reply)));
    desk.taps += command.step() == Step.POUR ? 1 : 0;
    asking.prepare(command, made -> queue.execute(() -> prepared(command, stops, made)));
  }

  private static boolean pours(Command command) {
    return command.step() == Step.POUR || command.step() == Step.REST;
  }

  private void prepared(Command command, long stops, Report<Maker> made) {
    switch (made) {
      case Report.Ok<Maker> ok when pours(command) && desk.stops.get() != stops ->
          answer(
              command,
              new Reply.Refused(
                  Refusal.of("stopped", "", "STOP came after this tap.", "look, then tap again")));
      case Report.Ok<Maker>(Maker maker) ->
          ledger.command(
              command, maker, outcome -> queue.execute(() -> answered(command, stops, outcome)));
      case Report.Trouble<Maker>(String code, String text, String wayOn) ->
          answer(command, new Reply.Refused(Refusal.of(code, "", text, wayOn)));
    }
  }

  private Optional<Reply> refusedAtOnce(Command command) {
    boolean mayAct =
        command.session().roles().stream()
            .anyMatch(r -> r == Role.DISPENSER || r == Role.PHARMACIST || r == Role.PRESCRIBER);
    if (!mayAct) {
      return Optional.of(
          new Reply.Refused(
              Refusal.of(
                  "not-your-function",
                  "",
                  "Your functions do not include work at the counter.",
                  "a dispenser, pharmacist or doctor signs in")));
    }
    if (!desk.users.containsKey(command.session().staff())) {
      return Optional.of(
          new Reply.Refused(
              Refusal.of(
                  "not-signed-in-here",
                  "",
                  "You are not signed in at this station.",
                  "sign in at this station")));
    }
    if (pours(command) && desk.watched.isPresent() && desk.users.size() < 2) {
      return Optional.of(new Reply.Refused(Identifying.cupIsOut()));
    }
    Optional<LocalDate> clock = house.calendar().toConfirm();
    if (clock.isPresent() && pours(command)) {
      return Optional.of(
          new Reply.Refused(DayBook.unconfirmed(house.calendar().today(), clock.get())));
    }
    if (command.step() == Step.POUR && desk.powerRefuses().isPresent()) {
      return desk.powerRefuses().map(Reply.Refused::new);
    }
    if (desk.closing && pours(command)) {
      return Optional.of(
          new Reply.Refused(
              Refusal.of("closing", "", "The service is ending.", "wait until it is back")));
    }
    return command.id().startsWith(command.visit().value() + "/" + command.step().word() + "/")
        ? Optional.empty()
        : Optional.of(
            new Reply.Conflict(
                Refusal.of(
                    "id-of-another-step",
                    "",
                    "The command id does not name this visit and step.",
                    "build it as visit/step/number")));
  }

  private void answered(Command command, long stops, Outcome<Moved> outcome) {
    switch (outcome) {
      case Outcome.Done<Moved> done -> {
        Moved moved = done.answer();
        if (moved.repeated().isEmpty()) {
          desk.notice = Optional.empty();
          desk.leave = pours(command) ? stops : desk.leave;
          pouring.moved(moved);
        }
        answer(command, new Reply.Done(moved.repeated().orElse(moved.next().phase().name())));
      }
      case Outcome.Refused<Moved> no -> answer(command, refusal(no.refusal()));
      case Outcome.Conflict<Moved> c ->
          answer(command, new Reply.Refused(Constraints.refusal(c.constraint())));
      case Outcome.Failed<Moved> f -> answer(command, new Reply.Failed(f.why()));
    }
  }

  private static Reply refusal(Refusal refusal) {
    return refusal.code().equals("id-used-for-something-else")
        ? new Reply.Conflict(refusal)
        : new Reply.Refused(refusal);
  }

  private void answer(Command command, Reply reply) {
    if (reply instanceof Reply.Refused refused) {
      desk.notice(refused.refusal());
    }
    List<Consumer<Reply>> waiting = underWay.remove(command.id() + "\n" + command.bodyHash());
    desk.taps -= command.step() == Step.POUR ? 1 : 0;
    if (waiting != null) {
      waiting.forEach(w -> w.accept(reply));
    }
  }

  /**
   * Opens the visit where persons say who it is (persons-per-act table).
   *
   * @param why of a finger that could not be read, and by what the person was known
   */
  public void resolveIdentity(
      Session session,
      Optional<PassedOver> why,
      Optional<Signature> second,
      Consumer<Reply> reply) {
    queue.execute(() -> identifying.resolve(new Confirming.Said(session, why, second), reply));
  }

  /** Gives up an identification that is under way. */
  public void cancelIdentification() {
    queue.execute(identifying::cancel);
  }

  /** No new visits and no new pours from now on; what flows comes to its end. */
  public void closeForNew() {
    queue.execute(
        () -> {
          desk.closing = true;
          desk.notice("closing", "The service is ending.", "wait until it is back");
        });
  }

  /** Begins no new visit for this reason, or does again; what is open is finished (H65). */
  public void noNewVisits(Optional<Refusal> why) {
    queue.execute(
        () -> {
          Optional<Refusal> before = desk.noNewVisits;
          desk.noNewVisits = why;
          if (why.isPresent() && !why.equals(before)) {
            desk.notice(why.get());
          } else if (before.isPresent() && why.isEmpty()) {
            desk.notice = desk.notice.filter(n -> !n.equals(before.get()));
            desk.changed();
          }
        });
  }

  /** What the counters run on. A notice that it is too little goes with its reason. */
  public void power(PowerSeen seen) {
    queue.execute(
        () -> {
          Optional<Refusal> before = desk.powerRefuses();
          desk.power = Optional.of(seen);
          desk.notice = desk.notice.filter(n -> before.filter(n::equals).isEmpty());
          if (desk.notice.isEmpty()) {
            desk.notice = desk.powerRefuses();
          }
          desk.changed();
        });
  }

  /** Whether nobody is identified or served here, so that the reader may be used for enrolling. */
  public void whetherFree(Consumer<Boolean> reply) {
    queue.execute(() -> reply.accept(desk.isFree()));
  }

  /** The turn of those who serve the pump. */
  public ServiceTurn service() {
    return service;
  }

  /** The devices, for shutdown, diagnosis and enrolling. */
  public StationDevices devices() {
    return devices;
  }

  /** Whether liquid may be moving or an amount is being settled, for an orderly shutdown. */
  public void whetherInMotion(Consumer<Boolean> reply) {
    queue.execute(
        () -> reply.accept(desk.onScale.map(s -> s instanceof State.InMotion).orElse(false)));
  }
}
