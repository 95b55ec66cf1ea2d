package clinic.mmt.device.session;

import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.Reply;
import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.BenchSessions;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.session.ReplayState;
import clinic.mmt.sim.session.Session;
import clinic.mmt.sim.session.SessionException;
import java.util.List;

/**
 * A recorded session as the far end of a driver under test: the driver is asked what it was asked
 * when the session was recorded, and its test then looks at what it told.
 */
public final class SessionReplay {

  private static final int LOOKS_MAX = 1_000;
  private static final long LOOK_MILLIS = 5;

  private final Session session;
  private final String device;

  private SessionReplay(Session session, String device) {
    this.session = session;
    this.device = device;
  }

  /** A replay of one device of a session file's text; {@code file} is its name for messages. */
  public static SessionReplay of(String file, String text, String device) {
    try {
      return new SessionReplay(Session.parse(file, text), device);
    } catch (SessionException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /**
   * Plays the scene; what the driver told.
   *
   * @throws AssertionError the driver said something else than in the session, or did not say all
   *     of it; this is told first, whatever else went wrong because of it
   */
  public List<String> tells(Stage.Scene scene) throws InterruptedException {
    try (MemoryBench bench = new MemoryBench(session.header().bench(), 1, this::play)) {
      List<String> told;
      try {
        told = scene.play(new Stage(bench.link(device), act -> {}));
      } catch (AssertionError e) {
        throw new AssertionError(trouble(bench.bench()) + "; " + e.getMessage(), e);
      }
      String trouble = trouble(bench.bench());
      if (!trouble.isEmpty()) {
        throw new AssertionError(trouble);
      }
      return told;
    }
  }

  private void play(Bench bench) {
    try {
      Act begun =
          bench
              .sessions()
              .play(session, BenchFile.read("bench", session.header().bench()), Speed.REAL);
      if (begun instanceof Act.Refused(String reason)) {
        throw new AssertionError(reason);
      }
    } catch (BenchFileException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** What is wrong; nothing, once everything was played. */
  private String trouble(Bench bench) throws InterruptedException {
    ReplayState state = state(bench);
    for (int i = 0; i < LOOKS_MAX && state instanceof ReplayState.Playing; i++) {
      new Reply<>().staysEmpty(LOOK_MILLIS);
      state = state(bench);
    }
    return switch (state) {
      case ReplayState.Playing playing -> device + ": the session is not over yet";
      case ReplayState.Waiting waiting ->
          device
              + ": the driver did not say what it said at "
              + waiting.where()
              + ": "
              + waiting.expected();
      case ReplayState.Differs differs -> differs.difference().text();
      case ReplayState.Over over ->
          over.bytesAfter() == 0
              ? ""
              : device + ": the driver said " + over.bytesAfter() + " bytes after the end";
    };
  }

  private ReplayState state(Bench bench) {
    return bench.sessions().played().stream()
        .filter(played -> played.device().equals(device))
        .map(BenchSessions.Played::state)
        .findFirst()
        .orElseThrow(() -> new AssertionError(device + " is not in " + session.file()));
  }
}
