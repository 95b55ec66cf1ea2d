package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What one counter knows just now. Confined to the counter's queue; a crash loses it all. */
final class Desk {

  final StationId station;
  final SequencedMap<StaffId, Session> users = new LinkedHashMap<>();

  /** Counts STOPs, on the thread of whoever pressed. */
  final AtomicLong stops = new AtomicLong();

  /** How many STOPs there had been when the pour that may start now was tapped. */
  long leave;

  Snapshot.Stage stage = Snapshot.Stage.CLOSED;
  Optional<PatientId> candidate = Optional.empty();
  Optional<State> onScale = Optional.empty();
  Optional<State> watched = Optional.empty();
  Optional<Snapshot.Ordered> ordered = Optional.empty();
  Optional<MountedBottle> mounted = Optional.empty();

  /** What the ledger said is left in the mounted bottle, when it was last read; not in a count. */
  Optional<Volume> left = Optional.empty();

  boolean checkedToday;
  boolean closing;

  /** What devices told and the ledger could not take yet, by id (H52). */
  final Set<String> unwritten = new HashSet<>();

  /** What the pump had counted when its last motion ended. */
  final PumpMemory pump = new PumpMemory();

  /** The pump is in service: nobody is identified or prepared for. */
  boolean inService;

  /** Why no new visit begins just now, for example a disk that is nearly full (H65). */
  Optional<Refusal> noNewVisits = Optional.empty();

  /** What the counters run on, where a UPS tells it. */
  Optional<PowerSeen> power = Optional.empty();

  Optional<Prepared> prepared = Optional.empty();
  long preparedNanos;
  boolean anotherIdentified;

  /** The degraded modes of this station, as the ledger had them when last read. */
  List<RunningMode> modes = List.of();

  /** Why pump and scale are not ready, as the last prepare told it. */
  Optional<Refusal> unready = Optional.empty();

  /** Pour taps being checked: no prepare may run into them. */
  int taps;

  /** The pump told an alarm during this dose: its counter proves nothing any more. */
  boolean alarmSeen;

  /** When the cup was made ready of which it was told that it became heavier. */
  long heavierTold = Long.MIN_VALUE;

  Optional<Snapshot.Live> live = Optional.empty();
  Optional<Refusal> notice = Optional.empty();
  List<DeviceStatus> devices = List.of();

  /** Who is signed in, as shown; a running pour shows it many times a second. */
  private List<String> names = List.of();

  private long revision;
  private Consumer<Snapshot> listener = s -> {};

  private final ClinicCalendar calendar;

  Desk(StationId station, ClinicCalendar calendar) {
    this.station = station;
    this.calendar = calendar;
  }

  void listen(Consumer<Snapshot> listener) {
    this.listener = listener;
    tick();
  }

  /** Somebody signs in; the latest comes first. */
  void signIn(Session session) {
    users.remove(session.staff());
    users.putFirst(session.staff(), session);
    names = users.keySet().stream().map(StaffId::value).toList();
  }

  void signOut(StaffId staff) {
    users.remove(staff);
    names = users.keySet().stream().map(StaffId::value).toList();
  }

  /** The dose moved: puts it in its lane; {@link #changed} shows it. */
  void adopt(State state) {
    DoseId id = state.dose().id();
    boolean was = isOnScale(id);
    onScale = onScale.filter(s -> !s.dose().id().equals(id));
    watched = watched.filter(s -> !s.dose().id().equals(id));
    switch (state.phase().lane()) {
      case SCALE -> onScale = Optional.of(state);
      case WATCHED -> watched = Optional.of(state);
      case NONE -> {}
    }
    if (was && onScale.isEmpty()) {
      live = Optional.empty();
      ordered = Optional.empty();
      prepared = Optional.empty();
      unready = Optional.empty();
      alarmSeen = false;
      candidate = Optional.empty();
      stage = users.isEmpty() ? Snapshot.Stage.CLOSED : Snapshot.Stage.IDLE;
    }
  }

  /** The measured density of the batch a dose was poured from, while that is mounted. */
  Optional<Density> densityFor(Dose dose) {
    return mounted
        .filter(m -> dose.order().map(o -> o.batch().equals(m.batch())).orElse(true))
        .flatMap(MountedBottle::density);
  }

  /** How doses are measured here while something is out of order. */
  Optional<Mode> pourMode() {
    return mode(Mode.Place.POUR);
  }

  /** Whether card and photo stand in for the finger. */
  boolean withoutReader() {
    return mode(Mode.Place.IDENTITY).isPresent();
  }

  private Optional<Mode> mode(Mode.Place place) {
    for (RunningMode running : modes) {
      if (running.mode().place() == place) {
        return Optional.of(running.mode());
      }
    }
    return Optional.empty();
  }

  /** Why no new pour begins on this power, if so. */
  Optional<Refusal> powerRefuses() {
    return power.flatMap(PowerSeen::noNewPours);
  }

  /** Why nobody new is identified: service of the pump, the disk, the power. */
  Optional<Refusal> noVisitAtAll() {
    PumpGate no = PumpGate.IN_SERVICE;
    return inService ? Optional.of(Refusal.of(no)) : noNewVisits.or(this::powerRefuses);
  }

  /** Whether nobody is identified or served here, and the pump not either. */
  boolean isFree() {
    return onScale.isEmpty()
        && !inService
        && (stage == Snapshot.Stage.IDLE || stage == Snapshot.Stage.CLOSED);
  }

  boolean isOnScale(DoseId dose) {
    return onScale.map(s -> s.dose().id().equals(dose)).orElse(false);
  }

  boolean isIn(DoseId dose, Phase phase) {
    return onScale.map(s -> s.dose().id().equals(dose) && s.phase() == phase).orElse(false);
  }

  void notice(Refusal refusal) {
    notice = Optional.of(refusal);
    changed();
  }

  void notice(String code, String text, String wayOn) {
    notice(Refusal.of(code, "", text, wayOn));
  }

  /** Something a screen must not miss. */
  void changed() {
    revision++;
    tick();
  }

  /** Only a figure of a running pour. */
  void tick() {
    listener.accept(snapshot());
  }

  Snapshot snapshot() {
    return new Snapshot(
        station,
        revision,
        names,
        stage,
        candidate,
        onScale,
        watched,
        ordered,
        prepared.isPresent() && onScale.map(s -> s.phase() == Phase.REVIEWING).orElse(false),
        live,
        notice,
        devices,
        calendar.toConfirm(),
        calendar.doubt(),
        mounted.map(m -> new Snapshot.Bottle(m.bottle(), m.concentration(), left)),
        modes,
        power);
  }
}
