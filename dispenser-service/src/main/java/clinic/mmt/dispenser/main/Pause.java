package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the service ended in order the last time. After a pause that it cannot explain it asks,
 * once it is up again, whether doses were given on paper.
 */
final class Pause {

  private static final Logger LOG = LoggerFactory.getLogger(Pause.class);

  private static final String ENDED = "service.ended";

  private Pause() {}

  /** When the last entry was written, if that was no end in order; before this start writes. */
  static Optional<Instant> unexplainedSince(Journal journal) {
    long head = journal.head();
    return head == 0
        ? Optional.empty()
        : Optional.of(journal.entries(head, 1).getLast())
            .filter(last -> !last.kind().equals(ENDED))
            .map(Entry::at);
  }

  /** Asks, where the profile says so. */
  static void ask(House house, Optional<Instant> since) {
    since.ifPresent(
        last -> {
          Outcome<Optional<Downtime>> outcome =
              Service.wait(reply -> new Downtimes(house).noticed(last, reply::complete));
          if (outcome instanceof Outcome.Done<Optional<Downtime>> done
              && done.answer().isPresent()) {
            LOG.warn("nothing was written since {}: were doses given on paper?", last);
          }
        });
  }

  /** An end in order: nothing flows, and nobody new is begun with. */
  static void ended(House house) {
    Service.<Outcome<Boolean>>wait(
        reply ->
            house
                .journal()
                .transact(
                    new Transaction<Boolean>(
                        "service",
                        house.clock().instant(),
                        reads -> Decision.accept(List.of(new Fact.ServiceEnded()), true)),
                    reply::complete));
  }
}
