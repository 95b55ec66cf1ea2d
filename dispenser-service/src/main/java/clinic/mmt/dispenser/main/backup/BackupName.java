package clinic.mmt.dispenser.main.backup;

import clinic.mmt.dispenser.store.backup.Header;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a backup's file: clinic, kind and time in UTC, so that names sort by age.
 *
 * @param clinic whose
 * @param kind what is inside
 * @param at when it was begun
 */
record BackupName(String clinic, Header.Kind kind, Instant at) {

  private static final String END = ".backup";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  String text() {
    return begin(clinic, kind) + TIME.format(at.atOffset(ZoneOffset.UTC)) + END;
  }

  /** Of a file of this clinic and kind; empty for any other. */
  static Optional<BackupName> of(String clinic, Header.Kind kind, String text) {
    String begin = begin(clinic, kind);
    if (!text.startsWith(begin) || !text.endsWith(END)) {
      return Optional.empty();
    }
    try {
      String time = text.substring(begin.length(), text.length() - END.length());
      Instant at = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new BackupName(clinic, kind, at));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String begin(String clinic, Header.Kind kind) {
    return clinic.replaceAll("[^A-Za-z0-9-]", "-")
        + "-"
        + kind.name().toLowerCase(Locale.ROOT)
        + "-";
  }
}
