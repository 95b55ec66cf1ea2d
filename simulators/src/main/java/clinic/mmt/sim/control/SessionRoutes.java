package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.BenchFileException;
import clinic.mmt.sim.bench.BenchSessions;
import clinic.mmt.sim.bench.BenchSpec;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.session.Recorder;
import clinic.mmt.sim.session.ReplayState;
import clinic.mmt.sim.session.Session;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Routes that record a session and play one again, and the speed that all of it goes at. */
final class SessionRoutes {

  private static final int THOUSANDTHS = 3;

  private final Bench bench;
  private final BenchSessions sessions;
  private final SessionFolder folder;

  SessionRoutes(Bench bench, Path folder) {
    this.bench = bench;
    this.sessions = bench.sessions();
    this.folder = new SessionFolder(folder);
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/speed", request -> speed()),
        new Route("POST", "/speed", this::quicken),
        new Route("GET", "/recording", request -> recording()),
        new Route("POST", "/recording", this::record),
        new Route("DELETE", "/recording", request -> stop()),
        new Route("GET", "/sessions", request -> Answer.json(folder.list())),
        new Route("GET", "/sessions/{session}", this::text),
        new Route("GET", "/replay", request -> replay()),
        new Route("POST", "/replay", this::play),
        new Route("DELETE", "/replay", request -> playNoMore()));
  }

  private static Answer done(Act act) {
    return switch (act) {
      case Act.Done done -> Answer.done();
      case Act.Refused refused -> throw ControlException.conflict(refused.reason());
    };
  }

  private Answer speed() {
    return Answer.json(
        Map.of(
            "speed",
            BigDecimal.valueOf(bench.speed().permille(), THOUSANDTHS).stripTrailingZeros()));
  }

  private Answer quicken(Route.Request request) {
    return done(bench.speed(speed(request.body().only("speed"))));
  }

  private Answer recording() {
    Recorder.Status status = sessions.recording();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("on", status.on());
    fields.put("file", status.file().map(file -> String.valueOf(file.getFileName())).orElse(""));
    fields.put("micros", status.micros());
    fields.put("events", status.events());
    fields.put("bytes", status.bytes());
    fields.put("trouble", status.trouble());
    return Answer.json(fields);
  }

  private Answer record(Route.Request request) {
    Body body = request.body().only("session", "fresh");
    Path file = folder.toWrite(body.required("session", "monday"));
    return done(sessions.record(file, body.flag("fresh", false)));
  }

  private Answer stop() {
    if (!sessions.recording().on()) {
      throw ControlException.conflict("no recording is on; POST /recording begins one");
    }
    sessions.stop();
    return recording();
  }

  private Answer text(Route.Request request) {
    return new Answer(Answer.OK, "text/plain; charset=utf-8", folder.text(request.name()));
  }

  private Answer play(Route.Request request) {
    Body body = request.body().only("session", "speed");
    Session session = folder.read(body.required("session", "monday"));
    return done(sessions.play(session, bench(session), speed(body)));
  }

  private static Speed speed(Body body) {
    long permille = body.thousandths("speed", Speed.MOST_PERMILLE).orElse(Speed.REAL.permille());
    if (permille < Speed.LEAST_PERMILLE) {
      throw ControlException.badRequest("speed wants a number from 0.01 to 1000");
    }
    return new Speed(permille);
  }

  private static BenchSpec bench(Session session) {
    try {
      return BenchFile.read(session.file() + " bench", session.header().bench());
    } catch (BenchFileException e) {
      throw ControlException.conflict(String.valueOf(e.getMessage()));
    }
  }

  private Answer playNoMore() {
    if (sessions.playing().isEmpty()) {
      throw ControlException.conflict("no session is being replayed; POST /replay begins one");
    }
    sessions.playNoMore();
    return Answer.done();
  }

  private Answer replay() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("on", sessions.playing().isPresent());
    fields.put("file", sessions.playing().orElse(""));
    fields.put("speed", BigDecimal.valueOf(sessions.playingPermille(), THOUSANDTHS));
    fields.put("devices", sessions.played().stream().map(SessionRoutes::device).toList());
    return Answer.json(fields);
  }

  private static Map<String, Object> device(BenchSessions.Played played) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", played.device());
    fields.put("played", played.played());
    fields.put("length", played.length());
    switch (played.state()) {
      case ReplayState.Playing playing -> fields.put("state", "playing");
      case ReplayState.Waiting waiting -> {
        fields.put("state", "waiting");
        fields.put("where", waiting.where());
        fields.put("expectedHex", waiting.expected().toString());
      }
      case ReplayState.Differs differs -> {
        fields.put("state", "differs");
        fields.put("where", differs.difference().where());
        fields.put("expectedHex", differs.difference().expected().map(Object::toString).orElse(""));
        fields.put("cameHex", differs.difference().came().toString());
        fields.put("difference", differs.difference().text());
      }
      case ReplayState.Over over -> {
        fields.put("state", "over");
        fields.put("bytesAfter", over.bytesAfter());
      }
    }
    return fields;
  }
}
