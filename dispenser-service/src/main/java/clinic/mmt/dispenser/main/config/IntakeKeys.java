package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.domain.queue.IntakeHours;
import clinic.mmt.dispenser.domain.queue.IntakeHours.Sitting;
import clinic.mmt.dispenser.domain.queue.Ticket;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code clinic.sittings} and {@code clinic.last-intake}. */
final class IntakeKeys {

  private static final String SITTINGS = "sittings";
  private static final String LAST = "last-intake";

  private IntakeKeys() {}

  static IntakeHours read(Yaml clinic) throws ConfigException {
    List<Sitting> sittings = new ArrayList<>();
    for (String span : clinic.texts(SITTINGS)) {
      sittings.add(sitting(clinic, span));
    }
    try {
      return new IntakeHours(
          sittings.isEmpty() ? IntakeHours.ALL_DAY.sittings() : sittings, last(clinic));
    } catch (IllegalArgumentException e) {
      throw clinic.wrong(
          SITTINGS,
          "must be 1 to " + Ticket.SITTINGS_MOST + ", each after the end of the one before");
    }
  }

  private static Sitting sitting(Yaml clinic, String span) throws ConfigException {
    String[] ends = span.split("/", -1);
    try {
      if (ends.length == 2) {
        return new Sitting(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Told below, with what was written.
    }
    throw clinic.wrong(SITTINGS, "has '" + span + "'; write begin and end, as \"07:00/11:00\"");
  }

  private static Optional<LocalTime> last(Yaml clinic) throws ConfigException {
    if (!clinic.has(LAST)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(clinic.text(LAST)));
    } catch (DateTimeException e) {
      throw clinic.wrong(LAST, "must be a time of day such as \"16:15\"");
    }
  }
}
