package clinic.mmt.dispenser.main.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.dispenser.store.SecureSalts;
import clinic.mmt.dispenser.store.SqliteJournal;
import clinic.mmt.dispenser.store.backup.Header;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One backup a day; a missed one as soon as it can be. */
class BackupScheduleTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalTime AT = LocalTime.of(19, 30);

  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-03-02T12:29:59Z"); // 19:29:59
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private final class Waiting implements Timers {
    @Override
    public Wait after(Duration wait, Pace pace, Runnable task) {
      waiting.add(task);
      return () -> {};
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public long physicsMillisSince(long fromNanos) {
      return 0;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:30:00Z, 2026-03-02T12:29:59Z, false",
    "2026-03-01T12:30:00Z, 2026-03-02T12:30:00Z, true",
    "2026-03-01T12:29:59Z, 2026-03-02T12:29:59Z, true", // yesterday's was before its time
    "2026-03-02T12:30:00Z, 2026-03-02T23:00:00Z, false",
    "2026-02-20T12:30:00Z, 2026-03-02T01:00:00Z, true",
    ", 2026-03-02T01:00:00Z, true"
  })
  void itIsDueFromItsTimeOnUntilThereIsOne(Instant last, Instant at, boolean due) {
    assertEquals(due, BackupSchedule.due(Optional.ofNullable(last), at, AT, ZONE));
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private void later(Duration time) {
    now = now.plus(time);
    waiting.remove().run();
  }

  @Test
  void itIsMadeOnceADayTheOldestGoAndOthersStay() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    SqliteJournal.open(data.resolve("ledger.db"), new SecureSalts()).close();
    PeopleStore.open(data.resolve("people.db"), data.resolve("people.key")).close();
    Path words = folder.resolve("words");
    ServiceConfig.Backup to = new ServiceConfig.Backup(folder.resolve("backups"), AT, 2, words);
    Files.createDirectory(to.folder());
    Files.writeString(to.folder().resolve("vn-001-data-20200101T000000Z.backup"), "another's");
    Files.writeString(to.folder().resolve("vn-000-keys-20200101T000000Z.backup"), "keys");
    String first = new BackupName("vn-000", Header.Kind.DATA, now.minusSeconds(86_400)).text();
    Files.writeString(to.folder().resolve(first), "of yesterday, at 19:29:59");
    BackupJob job = new BackupJob("vn-000", data, to.folder(), 0);
    BackupSchedule schedule = new BackupSchedule(job, to, ZONE, () -> now, new Waiting());
    schedule.begin(Runnable::run); // no passphrase yet: said in the log, tried again
    assertEquals(3, names().size());
    Files.writeString(words, "bảy chữ không ai đoán được\n");
    later(Duration.ofMinutes(9));
    assertEquals(3, names().size(), "ten minutes after a failure");
    later(Duration.ofMinutes(1));
    assertEquals(4, names().size());
    assertEquals(Optional.of(now), schedule.last());
    later(Duration.ofHours(10));
    assertEquals(4, names().size(), "there is one for today");
    later(Duration.ofHours(24));
    assertEquals(4, names().size(), "two are kept");
    assertTrue(names().contains("vn-001-data-20200101T000000Z.backup"));
    assertTrue(names().contains("vn-000-keys-20200101T000000Z.backup"));
    assertTrue(!names().contains(first), "the oldest went");
  }
}
