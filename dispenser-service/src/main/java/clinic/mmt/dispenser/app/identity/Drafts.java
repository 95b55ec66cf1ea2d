package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.staff.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Enrolments under way, each for who began it, for half an hour; safe from any thread. */
final class Drafts {

  private static final Duration OPEN_MOST = Duration.ofMinutes(30);

  private final Map<String, Draft> open = new ConcurrentHashMap<>();

  void begin(Draft draft) {
    open.values().removeIf(d -> isOver(d, draft.began()));
    open.put(draft.id(), draft);
  }

  private static boolean isOver(Draft draft, Instant now) {
    return draft.began().plus(OPEN_MOST).isBefore(now);
  }

  Optional<Draft> of(Session by, String id, Instant now) {
    return Optional.ofNullable(open.get(id))
        .filter(d -> d.by().equals(by.staff()) && !isOver(d, now));
  }

  /** Changes a draft that is still open; empty when it is not. */
  Optional<Draft> change(String id, UnaryOperator<Draft> how) {
    return Optional.ofNullable(open.computeIfPresent(id, (key, draft) -> how.apply(draft)));
  }

  void end(String id) {
    open.remove(id);
  }
}
