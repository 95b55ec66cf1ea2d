package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.device.PumpSetup;
import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.DayBook;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.care.Movements;
import clinic.mmt.dispenser.app.care.Notes;
import clinic.mmt.dispenser.app.care.Observations;
import clinic.mmt.dispenser.app.care.Prescribing;
import clinic.mmt.dispenser.app.care.Registry;
import clinic.mmt.dispenser.app.care.Transfers;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.Recovery;
import clinic.mmt.dispenser.app.counter.SignatureDesk;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.degraded.Modes;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.door.Arrivals;
import clinic.mmt.dispenser.app.identity.Consents;
import clinic.mmt.dispenser.app.identity.Enrolments;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.site.GuestLetters;
import clinic.mmt.dispenser.app.site.Guests;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Passwords;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.StaffRoom;
import clinic.mmt.dispenser.app.stock.StockRoom;
import clinic.mmt.dispenser.app.takehome.Approvals;
import clinic.mmt.dispenser.app.takehome.BottlesBack;
import clinic.mmt.dispenser.app.takehome.Supplies;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.main.simulate.device.Life;
import clinic.mmt.dispenser.main.simulate.device.SimCards;
import clinic.mmt.dispenser.main.simulate.device.SimPump;
import clinic.mmt.dispenser.main.simulate.device.SimReader;
import clinic.mmt.dispenser.main.simulate.device.SimScale;
import clinic.mmt.dispenser.main.simulate.device.VirtualTime;
import clinic.mmt.dispenser.station.StationDriver;
import clinic.mmt.dispenser.station.StationSetup;
import clinic.mmt.quantity.FlowRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One run of the service: the real application over simulated devices, until it ends or dies. */
@SuppressWarnings("AvoidCommonTypeNames") // in this package a process is one run of the service
final class Process {

  private static final PumpSetup PUMP = new PumpSetup(FlowRate.ofMillilitresPerMinute(180), 0, 5);
  private static final long AGAIN_NANOS = 1_000_000_000L;

  final Life life;
  final House house;
  final StaffRoom staffRoom;
  final SignatureDesk signatures;
  final Registry registry;
  final Consents consents;
  final Prescribing prescribing;
  final Notes notes;
  final AddedDoses addedDoses;
  final Observations observations;
  final Movements movements;
  final Certificates certificates;
  final Arrivals arrivals;
  final Approvals approvals;
  final Supplies supplies;
  final BottlesBack bottlesBack;
  final Importing importing;
  final ImportSigning importSigning;
  final StockRoom stock;
  final DayBook dayBook;
  final Modes modes;
  final Openings openings;
  final FollowUps followUps;
  final Transfers transfers;
  final Enrolments enrolments;
  final GuestLetters guestLetters;
  final Guests guests;
  private final VirtualTime time;
  private final List<Post> posts = new ArrayList<>();
  private final Map<Staff, Session> sessions = new EnumMap<>(Staff.class);

  Process(VirtualTime time, Life life, House house, SiteBook sites) {
    this.time = time;
    this.life = life;
    this.house = house;
    Executor queue = task -> time.soon(life, task);
    this.staffRoom = new StaffRoom(house, instantPasswords(queue), queue);
    this.signatures = new SignatureDesk(house, staffRoom, queue);
    this.registry = new Registry(house);
    this.consents = new Consents(house);
    this.prescribing = new Prescribing(house);
    this.notes = new Notes(house);
    this.addedDoses = new AddedDoses(house);
    this.observations = new Observations(house);
    this.movements = new Movements(house);
    this.certificates = new Certificates(house);
    this.arrivals = new Arrivals(house);
    this.approvals = new Approvals(house);
    this.supplies = new Supplies(house);
    this.bottlesBack = new BottlesBack(house);
    this.importing = new Importing(house);
    this.importSigning = new ImportSigning(house);
    this.stock = new StockRoom(house);
    this.dayBook = new DayBook(house);
    this.modes = new Modes(house);
    this.openings = new Openings(house);
    this.followUps = new FollowUps(house);
    this.transfers = new Transfers(house);
    this.enrolments = new Enrolments(house);
    this.guestLetters = new GuestLetters(house, sites);
    this.guests = new Guests(house, sites);
  }

  /** A password is its own hash here: what counts is who has it. */
  private static Passwords instantPasswords(Executor queue) {
    return new Passwords() {
      @Override
      public void hash(String password, Consumer<String> reply) {
        queue.execute(() -> reply.accept(password));
      }

      @Override
      public void check(String password, String hash, Consumer<Boolean> reply) {
        queue.execute(() -> reply.accept(!hash.isEmpty() && hash.equals(password)));
      }
    };
  }

  /** Waits of one process, in virtual time. */
  static Timers timers(VirtualTime time, Life life) {
    return new Timers() {
      @Override
      public Wait after(Duration wait, Pace pace, Runnable task) {
        return time.after(life, wait.toNanos(), task)::cancel;
      }

      @Override
      public long nanos() {
        return time.nanos();
      }

      @Override
      public long physicsMillisSince(long fromNanos) {
        return (time.nanos() - fromNanos) / 1_000_000;
      }
    };
  }

  /** Puts the drivers of this process on a station and a counter before them. */
  void drive(Station station, Fitting fitting) {
    Executor queue = task -> time.soon(life, task);
    SimPump pump = new SimPump(time, life, station.pumpPlug, station.pump);
    SimScale scale =
        new SimScale(
            time, life, station.scalePlug, new SimScale.Boxes(station.scale, station.pump));
    SimCards cards = new SimCards(time, life, station.cardsPlug);
    StationDriver driver =
        new StationDriver(
            new StationDriver.Rig(
                fitting.pump(pump),
                fitting.scale(scale),
                new SimReader(time, life, station.readerPlug, station.reader),
                cards),
            new StationSetup(PUMP, house::profile, Map.of("sim-pump", "sim-pump sim-1 #7")),
            house.timers(),
            queue);
    StationDevices devices = fitting.devices(driver);
    posts.add(new Post(new Counter(house, station.id, devices, queue), cards, devices));
  }

  /** Writes its start into the journal, recovers, and opens its counters. */
  void start(List<Station> stations, Optional<Instant> lastWritten, Runnable open) {
    house
        .journal()
        .transact(
            new Transaction<>("service", house.clock().instant(), Process::started),
            outcome -> time.soon(life, () -> recover(outcome, stations, lastWritten, open)));
  }

  private static Decision<List<ValueChange>> started(Reads reads) {
    List<Fact> facts = new ArrayList<>();
    if (reads.opened().isEmpty()) {
      facts.add(new Fact.JournalOpened("simulated", "training", "Asia/Ho_Chi_Minh"));
    }
    facts.add(new Fact.ServiceStarted("simulated", "0".repeat(64)));
    return Decision.accept(facts, reads.valueChanges());
  }

  private void recover(
      Outcome<List<ValueChange>> outcome,
      List<Station> stations,
      Optional<Instant> lastWritten,
      Runnable open) {
    if (outcome instanceof Outcome.Done<List<ValueChange>> started) {
      house.rules().learn(started.answer()).ifPresent(Process::unfit);
      Runnable asked =
          () ->
              new Recovery(house)
                  .run(left -> time.soon(life, () -> recovered(left, stations, lastWritten, open)));
      lastWritten.ifPresentOrElse(
          at -> new Downtimes(house).noticed(at, noticed -> time.soon(life, asked)), asked);
    } else {
      time.after(life, AGAIN_NANOS, () -> start(stations, lastWritten, open));
    }
  }

  /** As the service itself: it does not start with a profile that no longer fits its changes. */
  private static void unfit(String complaint) {
    throw new IllegalStateException("the profile does not fit what was signed: " + complaint);
  }

  private void recovered(
      Outcome<List<State>> left,
      List<Station> stations,
      Optional<Instant> lastWritten,
      Runnable open) {
    if (!(left instanceof Outcome.Done<List<State>> done)) {
      time.after(life, AGAIN_NANOS, () -> start(stations, lastWritten, open));
      return;
    }
    for (int i = 0; i < posts.size(); i++) {
      Post post = posts.get(i);
      Station station = stations.get(i);
      post.counter.open(
          done.answer().stream().filter(s -> s.dose().station().equals(station.id)).toList(),
          post::show);
    }
    dayBook.keep();
    open.run();
  }

  /** Logs everybody in whose account is there; then goes on. */
  void logIn(Runnable then) {
    logIn(0, then);
  }

  private void logIn(int from, Runnable then) {
    if (from == Staff.ALL.size()) {
      then.run();
      return;
    }
    Staff who = Staff.ALL.get(from);
    staffRoom.login(
        who.login(),
        who.password(),
        "terminal",
        answer -> {
          if (answer instanceof Answered.Yes<Session>(Session session)) {
            sessions.put(who, session);
            time.soon(life, () -> logIn(from + 1, then));
          } else {
            time.after(life, AGAIN_NANOS, () -> logIn(from, then));
          }
        });
  }

  Session session(Staff who) {
    return Optional.ofNullable(sessions.get(who)).orElseThrow();
  }

  Post post(int station) {
    return posts.get(station);
  }
}
