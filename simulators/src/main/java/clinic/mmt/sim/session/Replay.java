package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the device's side of one line of a session: it waits for what the host said and answers
 * what was answered, as long after it as it was. Time goes on from each thing that the host says,
 * so that a slower host changes nothing. Nothing is understood and nothing is guessed: at the first
 * byte that differs it tells which, and says nothing more. Confined to the station of its device.
 */
public final class Replay {

  private static final long PERMILLE = 1000;
  private static final long NANOS_PER_MICRO = 1000;

  /** A cable that came off with the last byte comes off before the host can answer that byte. */
  private static final long CABLE_EARLY_MICROS = 5_000;

  /** How much of what came is told with a difference. */
  private static final int TOLD_BYTES_MAX = 64;

  private final String file;
  private final String device;
  private final List<Session.Step> steps;
  private final long speedPermille;
  private final Consumer<String> news;

  /** When the steps of the host were heard that come before their turn. */
  private final Deque<Long> heardNanos = new ArrayDeque<>();

  private long now;
  private long anchorNanos;
  private long anchorMicros;
  private int play;
  private int hear;
  private int heardBytes;
  private long bytesAfter;
  private @Nullable Difference difference;

  /**
   * A replay of what has to do with one device.
   *
   * @param speedPermille of the times; 1000 = as recorded
   * @param news hears of the first difference, and of the end
   */
  public Replay(Session session, String device, long speedPermille, Consumer<String> news) {
    this.news = news;
    this.file = session.file();
    this.device = device;
    this.steps = session.of(device);
    this.speedPermille = speedPermille;
    // The time until the first cable is that of the simulators' start.
    this.anchorMicros = steps.isEmpty() ? 0 : steps.getFirst().event().micros();
  }

  /** How it stands. */
  public ReplayState state() {
    if (difference != null) {
      return new ReplayState.Differs(difference);
    }
    if (play == steps.size()) {
      return new ReplayState.Over(bytesAfter);
    }
    Session.Step next = steps.get(play);
    return next.event() instanceof SessionEvent.HostSaid said
        ? new ReplayState.Waiting(where(next), said.bytes())
        : new ReplayState.Playing();
  }

  /** How many of its lines were played. */
  public int played() {
    return play;
  }

  /** How many lines it has. */
  public int length() {
    return steps.size();
  }

  private String where(Session.Step step) {
    return file + ":" + step.line();
  }

  /** Takes what the host said, however it is cut. */
  public void receive(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && difference == null) {
      hear = nextOfHost();
      if (hear == steps.size()) {
        bytesAfter += bytes.length - at;
        return;
      }
      Session.Step step = steps.get(hear);
      if (!(step.event() instanceof SessionEvent.HostSaid said)) {
        differ(step, Optional.empty(), Bytes.of(bytes).slice(at, at + TOLD_BYTES_MAX));
        return;
      }
      at = compare(step, said.bytes(), bytes, at);
    }
  }

  /** The next step of the host, or the next that the host must not come before. */
  private int nextOfHost() {
    int next = hear;
    while (next < steps.size()
        && (next < play || steps.get(next).event() instanceof SessionEvent.DeviceSaid)) {
      next++;
    }
    return next;
  }

  private int compare(Session.Step step, Bytes expected, byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && heardBytes < expected.size()) {
      if ((bytes[at] & 0xFF) != expected.at(heardBytes)) {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        came.writeBytes(expected.slice(0, heardBytes));
        came.writeBytes(Bytes.of(bytes).slice(at, at + TOLD_BYTES_MAX));
        differ(step, Optional.of(expected), came.toByteArray());
        return at;
      }
      at++;
      heardBytes++;
    }
    if (heardBytes == expected.size()) {
      heardNanos.add(now);
      heardBytes = 0;
      hear++;
    }
    return at;
  }

  private void differ(Session.Step step, Optional<Bytes> expected, byte[] came) {
    Difference found =
        new Difference(device, where(step), step.event().micros(), expected, Bytes.of(came));
    difference = found;
    news.accept(found.text());
  }

  /** Lets real time pass and plays what is due. */
  public void advance(long realNanos, ReplayLine line) {
    now += realNanos;
    while (difference == null && play < steps.size() && isDue(steps.get(play).event())) {
      SessionEvent event = steps.get(play).event();
      play++;
      switch (event) {
        case SessionEvent.HostSaid said -> {
          anchorNanos = heardNanos.remove();
          anchorMicros = said.micros();
        }
        case SessionEvent.DeviceSaid said -> line.send(said.bytes().array());
        case SessionEvent.Cable cable -> line.cable(cable.plugged());
        case SessionEvent.Asked asked -> {}
        case SessionEvent.Ended ended -> {}
      }
      if (play == steps.size()) {
        news.accept(device + ": all of " + file + " was played");
      }
    }
  }

  private boolean isDue(SessionEvent event) {
    if (event instanceof SessionEvent.HostSaid) {
      return !heardNanos.isEmpty();
    }
    boolean comesOff = event instanceof SessionEvent.Cable(long at, String name, boolean on) && !on;
    long micros = event.micros() - anchorMicros - (comesOff ? CABLE_EARLY_MICROS : 0);
    return now - anchorNanos >= micros * NANOS_PER_MICRO * PERMILLE / speedPermille;
  }
}
