package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.StoreException;
import clinic.mmt.dispenser.store.backup.Header;
import clinic.mmt.dispenser.store.backup.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One backup a day, on a thread of its own. One that was missed, because the computer was off or
 * the disk was not there, is made as soon as it can be; the oldest ones go when a new one is good.
 */
public final class BackupSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

  private final BackupJob job;
  private final ServiceConfig.Backup to;
  private final ZoneId zone;
  private final Clock clock;
  private final Timers timers;
  private Instant notBefore = Instant.MIN;
  private volatile Optional<Instant> last = Optional.empty();

  /** Of one service. */
  public BackupSchedule(
      BackupJob job, ServiceConfig.Backup to, ZoneId zone, Clock clock, Timers timers) {
    this.job = job;
    this.to = to;
    this.zone = zone;
    this.clock = clock;
    this.timers = timers;
  }

  /** When the last good backup was begun, as its folder tells. */
  public Optional<Instant> last() {
    return last;
  }

  /** Looks from now on; {@code executor} does the work. */
  public void begin(Executor executor) {
    executor.execute(this::look);
    timers.after(LOOK_EVERY, Pace.REAL, () -> begin(executor));
  }

  private void look() {
    Instant now = clock.instant();
    last = newestFirst().stream().map(BackupName::at).findFirst();
    if (now.isBefore(notBefore) || !due(last, now, to.at(), zone)) {
      return;
    }
    try {
      BackupJob.Made made = job.data(now, Passphrase.of(to.passphraseFile()));
      last = Optional.of(now);
      LOG.info("backup {}: {} bytes, ledger {}", made.file(), made.bytes(), made.head());
      prune();
    } catch (StoreException | IOException e) {
      notBefore = now.plus(AGAIN_AFTER);
      LOG.error("no backup: {}", e.getMessage());
    }
  }

  /** Whether the latest time of the day that has come is not covered by {@code last}. */
  static boolean due(Optional<Instant> last, Instant now, LocalTime at, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(at).atZone(zone);
    Instant latest =
        today.toInstant().isAfter(now) ? today.minusDays(1).toInstant() : today.toInstant();
    return last.map(latest::isAfter).orElse(true);
  }

  private List<BackupName> newestFirst() {
    try (Stream<Path> files = Files.list(to.folder())) {
      return files
          .flatMap(
              file ->
                  BackupName.of(job.clinic(), Header.Kind.DATA, String.valueOf(file.getFileName()))
                      .stream())
          .sorted(Comparator.comparing(BackupName::at).reversed())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void prune() throws IOException {
    for (BackupName old : newestFirst().stream().skip(to.keep()).toList()) {
      Files.deleteIfExists(to.folder().resolve(old.text()));
    }
  }
}
