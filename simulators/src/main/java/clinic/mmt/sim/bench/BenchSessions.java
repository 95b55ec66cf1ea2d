package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.session.Recorder;
import clinic.mmt.sim.session.Replay;
import clinic.mmt.sim.session.ReplayState;
import clinic.mmt.sim.session.Session;
import clinic.mmt.sim.session.SessionHeader;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Recording all lines of a bench, and playing the devices of a session. Any thread may use it. */
public final class BenchSessions {

  /**
   * How one device of a replay stands.
   *
   * @param device its name
   * @param played how many lines of the session were played of it
   * @param length how many it has
   * @param state what it does now
   */
  public record Played(String device, int played, int length, ReplayState state) {}

  private final Bench bench;
  private final Recorder recorder;
  private final Supplier<SessionHeader> header;
  private volatile Consumer<String> news = told -> {};
  private @Nullable Session playing;
  private long playingPermille;

  BenchSessions(Bench bench, Recorder recorder, Supplier<SessionHeader> header) {
    this.bench = bench;
    this.recorder = recorder;
    this.header = header;
  }

  /** Tells, once for each device of a replay, that the host differs or that all was played. */
  public void onNews(Consumer<String> listener) {
    news = listener;
  }

  /**
   * Begins to record into a file that is not there yet.
   *
   * @param fresh whether every cable is pulled and plugged first: hosts begin anew, so that the
   *     session can be played to one that begins
   */
  public synchronized Act record(Path file, boolean fresh) {
    if (recorder.isOn()) {
      return Act.refused("a recording is on; end it first");
    }
    return Station.insideAll(
        bench.stations(),
        () -> {
          try {
            recorder.start(file, header.get());
          } catch (FileAlreadyExistsException e) {
            return Act.refused(file.getFileName() + " is there already; choose another name");
          } catch (IOException e) {
            return Act.refused("cannot write " + file.getFileName() + ": " + e.getMessage());
          }
          bench.devices().forEach(device -> begin(device, fresh));
          return Act.done();
        });
  }

  private void begin(SimDevice device, boolean fresh) {
    if (device.isPlugged() && fresh) {
      device.unplug();
      device.plug();
    } else if (device.isPlugged()) {
      recorder.cable(device.spec().name(), true);
    }
  }

  /** Notes in the recording what the control port was asked. */
  public void asked(String method, String path, String body, int status) {
    recorder.asked(method, path, body, status);
  }

  /** Does what would make a recording untrue, unless one is on. */
  synchronized Act whileNoneIsRecorded(Runnable change) {
    if (recorder.isOn()) {
      return Act.refused("a recording is on, and has one speed; end it first");
    }
    change.run();
    return Act.done();
  }

  /** Ends the recording, if one is on. */
  public void stop() {
    recorder.stop();
  }

  /** How the recording stands; the last one, when none is on. */
  public Recorder.Status recording() {
    return recorder.status();
  }

  /**
   * From now on the devices of the session say what they said in it; those that are not in it go on
   * as they are.
   *
   * @param recorded the bench of the session
   * @param speed of the replay
   */
  public synchronized Act play(Session session, BenchSpec recorded, Speed speed) {
    if (playing != null) {
      return Act.refused("a session is being replayed; end that first");
    }
    List<String> names = new ArrayList<>();
    for (DeviceSpec spec : recorded.devices()) {
      Optional<SimDevice> device = bench.device(spec.name());
      if (device.isPresent() && session.knows(spec.name())) {
        String here = device.get().spec().model().word();
        if (!here.equals(spec.model().word())) {
          return Act.refused(
              spec.name() + " is a " + here + " here, a " + spec.model().word() + " there");
        }
        names.add(spec.name());
      }
    }
    if (names.isEmpty()) {
      return Act.refused("no device of the session is on this bench; names must be the same");
    }
    playing = session;
    playingPermille = speed.permille();
    names.forEach(name -> speak(name, new Replay(session, name, speed.permille(), this::tell)));
    return Act.done();
  }

  private void tell(String told) {
    news.accept(told);
  }

  private void speak(String name, Replay replay) {
    bench.withDevice(
        name,
        device -> {
          device.play(replay);
          return true;
        });
  }

  /** The devices speak for themselves again. */
  public synchronized void playNoMore() {
    playing = null;
    for (SimDevice device : bench.devices()) {
      bench.withDevice(
          device.spec().name(),
          found -> {
            found.playNoMore();
            return true;
          });
    }
  }

  /** The file that is being replayed. */
  public synchronized Optional<String> playing() {
    return Optional.ofNullable(playing).map(Session::file);
  }

  /** How many times faster than recorded, in thousandths. */
  public synchronized long playingPermille() {
    return playingPermille;
  }

  /** Whether this device speaks out of a session. */
  public boolean isPlayed(String device) {
    return bench.withDevice(device, found -> found.replay().isPresent());
  }

  /** How the devices stand that are replayed. */
  public List<Played> played() {
    List<Played> all = new ArrayList<>();
    for (SimDevice device : bench.devices()) {
      String name = device.spec().name();
      bench
          .withDevice(
              name,
              found -> found.replay().map(r -> new Played(name, r.played(), r.length(), r.state())))
          .ifPresent(all::add);
    }
    return all;
  }
}
