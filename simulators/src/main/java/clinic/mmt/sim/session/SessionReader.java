package clinic.mmt.sim.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a session line by line; every complaint names the line. */
final class SessionReader {

  private static final int PERMILLE_DIGITS = 3;

  private final String file;
  private final BufferedReader lines;
  private final boolean whole;
  private int number;
  private @Nullable String line;

  /**
   * @param whole whether the last line has its end; without one it may lack bytes
   */
  SessionReader(String file, BufferedReader lines, boolean whole) {
    this.file = file;
    this.lines = lines;
    this.whole = whole;
  }

  private SessionException problem(String what) {
    return new SessionException(file, Math.max(1, number), what);
  }

  private void next() throws IOException {
    line = lines.readLine();
    number++;
    while (line != null && line.startsWith(SessionLines.COMMENT)) {
      line = lines.readLine();
      number++;
    }
  }

  private Optional<String> after(String key) {
    return Optional.ofNullable(line)
        .filter(text -> text.startsWith(key))
        .map(text -> text.substring(key.length()));
  }

  Session read() throws IOException, SessionException {
    next();
    if (!SessionLines.MAGIC.equals(line)) {
      throw problem("no session of the simulators; the first line is " + SessionLines.MAGIC);
    }
    next();
    SessionHeader header = header();
    List<Session.Step> steps = new ArrayList<>();
    boolean ended = false;
    for (String read = line; read != null; read = line) {
      int where = number;
      next();
      if (line == null && !whole) {
        break;
      }
      SessionEvent event = event(read, where, ended);
      refuseEarlier(steps, event, where);
      ended = event instanceof SessionEvent.Ended;
      steps.add(new Session.Step(where, event));
    }
    return new Session(file, header, steps, !ended);
  }

  private SessionEvent event(String read, int where, boolean ended) throws SessionException {
    Optional<SessionEvent> event = ended ? Optional.empty() : SessionLines.read(read);
    if (event.isEmpty()) {
      throw new SessionException(file, where, (ended ? "after the end: " : "no event: ") + read);
    }
    return event.get();
  }

  private void refuseEarlier(List<Session.Step> steps, SessionEvent event, int where)
      throws SessionException {
    if (!steps.isEmpty() && event.micros() < steps.getLast().event().micros()) {
      throw new SessionException(file, where, "earlier than the line before; times only grow");
    }
  }

  private SessionHeader header() throws IOException, SessionException {
    String seed = after(SessionLines.SEED).orElse("");
    if (!seed.matches("-?\\d{1,18}")) {
      throw problem("seed and a number belong here");
    }
    next();
    String speed = after(SessionLines.SPEED).orElse("");
    if (!speed.matches("\\d{1,4}(\\.\\d{1,3})?")) {
      throw problem("speed and a number belong here");
    }
    next();
    StringBuilder bench = new StringBuilder();
    for (Optional<String> text = benchLine(); text.isPresent(); text = benchLine()) {
      bench.append(text.get()).append('\n');
      next();
    }
    if (bench.isEmpty()) {
      throw problem("the bench file belongs here, each line after the word bench");
    }
    long permille = new BigDecimal(speed).movePointRight(PERMILLE_DIGITS).longValueExact();
    return new SessionHeader(Long.parseLong(seed), permille, bench.toString());
  }

  /** An empty line of the bench file has no blank after the word: editors take it away. */
  private Optional<String> benchLine() {
    return SessionLines.BENCH.strip().equals(line) ? Optional.of("") : after(SessionLines.BENCH);
  }
}
