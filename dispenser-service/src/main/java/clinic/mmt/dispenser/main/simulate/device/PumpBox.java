package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.Permit;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/** The pump itself: it goes on when the service dies, and forgets when its power fails. */
public final class PumpBox {

  private static final long COUNT_NANOLITRES = 10_000;
  private static final long WATCHDOG_NANOS = 5_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final VirtualTime time;
  private final Table table;
  private final PumpTrouble trouble = new PumpTrouble();
  private long nanolitresPerMilli = 1;
  private long targetNanolitres;
  private boolean running;
  private String dose = "";
  private long startedNanos;
  private long doneNanolitres;
  private long counterNanolitres;
  private long hostSilentSince = NEVER;
  private Optional<PumpAlarm> alarm = Optional.empty();

  /** A pump over a table. */
  public PumpBox(VirtualTime time, Table table) {
    this.time = time;
    this.table = table;
  }

  /** What can go wrong with it. */
  public PumpTrouble trouble() {
    return trouble;
  }

  /** Whether its motor turns now. */
  public boolean running() {
    settle();
    return running;
  }

  /** From now on nobody speaks to it; its watchdog stops it later. */
  public void hostGone() {
    hostSilentSince = Math.min(hostSilentSince, time.nanos());
  }

  /** Somebody speaks to it again. */
  public void hostBack() {
    settle();
    hostSilentSince = NEVER;
  }

  /** Its power fails for a moment: it stands and has forgotten its counter. */
  public void powerFails() {
    settle();
    running = false;
    counterNanolitres = 0;
    targetNanolitres = 0;
    alarm = Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED);
  }

  void rate(long microlitresPerMinute) {
    nanolitresPerMilli = Math.max(1, microlitresPerMinute / 60);
  }

  /** Sets the target and reads it back. */
  Volume target(Volume volume) {
    Volume set = trouble.wrongReadBack() ? new Volume(volume.microlitres() * 10) : volume;
    targetNanolitres = set.microlitres() * 1000;
    return set;
  }

  /** Clears the counter and the alarm that was latched. */
  Optional<PumpAlarm> clear() {
    settle();
    Optional<PumpAlarm> was = alarm;
    alarm = Optional.empty();
    counterNanolitres = 0;
    return was;
  }

  /** A start frame arrived. */
  boolean start(Permit permit) {
    settle();
    if (running || alarm.isPresent() || targetNanolitres == 0) {
      return false;
    }
    running = true;
    dose = permit.dose();
    startedNanos = time.nanos();
    doneNanolitres = 0;
    table.started(permit.dose(), permit.intent(), targetNanolitres / 1000);
    return true;
  }

  void stop() {
    settle();
    running = false;
  }

  /** What it says of itself; saying it acknowledges an alarm. */
  PumpReport report() {
    settle();
    Optional<PumpAlarm> was = alarm;
    alarm = Optional.empty();
    PumpMotion standing = was.isPresent() ? PumpMotion.ALARMED : PumpMotion.STOPPED;
    return new PumpReport(running ? PumpMotion.DISPENSING : standing, counter(), was);
  }

  /** The dispensed counter, in whole counts. */
  Volume counter() {
    return new Volume(counterNanolitres / COUNT_NANOLITRES * (COUNT_NANOLITRES / 1000));
  }

  /** Moves what has flowed since it was looked at last. */
  public void settle() {
    if (!running) {
      return;
    }
    long end = Math.min(time.nanos(), watchdogNanos());
    long byTime = nanolitresPerMilli * ((end - startedNanos) / 1_000_000);
    long most = Math.min(targetNanolitres, trouble.stallAfter());
    long counted = Math.clamp(byTime, doneNanolitres, Math.max(doneNanolitres, most));
    long more = counted - doneNanolitres;
    doneNanolitres = counted;
    counterNanolitres += more;
    if (more > 0) {
      table.pour(dose, more, trouble.real(more));
    }
    if (counted >= targetNanolitres) {
      running = false;
    } else if (counted >= trouble.stallAfter()) {
      running = false;
      alarm = Optional.of(PumpAlarm.MOTOR_STALLED);
    } else if (time.nanos() >= watchdogNanos()) {
      running = false;
      alarm = Optional.of(PumpAlarm.HOST_SILENT);
    }
  }

  private long watchdogNanos() {
    return hostSilentSince == NEVER ? NEVER : hostSilentSince + WATCHDOG_NANOS;
  }
}
