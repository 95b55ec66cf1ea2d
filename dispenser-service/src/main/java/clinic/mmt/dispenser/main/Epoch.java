package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.main.config.ConfigException;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first entry of a journal, and the entry of every start; a training journal stays one. */
final class Epoch {

  private Epoch() {}

  static void enter(House house, ServiceConfig config) throws ConfigException {
    Outcome<Boolean> outcome =
        Service.wait(
            reply ->
                house
                    .journal()
                    .transact(
                        new Transaction<>(
                            "service", house.clock().instant(), reads -> decide(reads, config)),
                        reply::complete));
    switch (outcome) {
      case Outcome.Done<Boolean> done -> {}
      case Outcome.Refused<Boolean> r -> throw new ConfigException(r.refusal().text());
      case Outcome.Conflict<Boolean> c -> throw new ConfigException(c.constraint());
      case Outcome.Failed<Boolean> f ->
          throw new ConfigException("the ledger can't be written: " + f.why());
    }
  }

  private static Decision<Boolean> decide(Reads reads, ServiceConfig config) {
    String mode = config.mode().name().toLowerCase(Locale.ROOT);
    List<Fact> facts = new ArrayList<>();
    Optional<Fact.JournalOpened> opened = reads.opened();
    if (opened.isEmpty()) {
      facts.add(new Fact.JournalOpened(config.clinic(), mode, config.zone().getId()));
    } else if (!opened.get().mode().equals(mode)
        || !opened.get().clinic().equals(config.clinic())) {
      return Decision.refuse(
          Refusal.of(
              "another-journal",
              "H84",
              "This data folder holds the "
                  + opened.get().mode()
                  + " journal of clinic "
                  + opened.get().clinic()
                  + ", the configuration says "
                  + mode
                  + " of "
                  + config.clinic()
                  + "; use another data folder",
              "another data folder"));
    }
    facts.add(new Fact.ServiceStarted(Version.text(), config.hash()));
    return Decision.accept(facts, true);
  }
}
