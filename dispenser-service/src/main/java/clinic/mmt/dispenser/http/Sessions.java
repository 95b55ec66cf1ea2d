package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Ids;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in. A session ends after half an hour without use; a restart ends all. */
final class Sessions {

  private static final long IDLE_NANOS = Duration.ofMinutes(30).toNanos();
  private static final int MOST = 500;

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Ids ids;
  private final Timers timers;

  private record Kept(Session session, long usedNanos) {}

  Sessions(Ids ids, Timers timers) {
    this.ids = ids;
    this.timers = timers;
  }

  /** A new token, which can't be guessed; the oldest sessions give way when there are too many. */
  String open(Session session) {
    long now = timers.nanos();
    kept.values().removeIf(k -> now - k.usedNanos() > IDLE_NANOS);
    if (kept.size() >= MOST) {
      kept.entrySet().stream()
          .min(Comparator.comparingLong(e -> e.getValue().usedNanos()))
          .ifPresent(oldest -> kept.remove(oldest.getKey()));
    }
    String token = ids.next("s") + ids.next("");
    kept.put(token, new Kept(session, now));
    return token;
  }

  Optional<Session> find(String token) {
    long now = timers.nanos();
    Kept found =
        kept.computeIfPresent(
            token, (t, k) -> now - k.usedNanos() > IDLE_NANOS ? null : new Kept(k.session(), now));
    return Optional.ofNullable(found).map(Kept::session);
  }

  /** Whether a session is there, without counting as its use. */
  boolean holds(String token) {
    Kept found = kept.get(token);
    return found != null && timers.nanos() - found.usedNanos() <= IDLE_NANOS;
  }

  void close(String token) {
    kept.remove(token);
  }

  /** All sessions of this person: the functions in them hold no more. */
  void closeAll(StaffId staff) {
    kept.values().removeIf(k -> k.session().staff().equals(staff));
  }
}
