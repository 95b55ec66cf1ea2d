package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.main.config.ConfigException;
import java.io.IOException;
import java.util.List;

/** Before any dose: the rule values that two people have changed must still fit the file. */
public final class RulesAtStart {

  private RulesAtStart() {}

  /**
   * Reads the changes of the journal.
   *
   * @throws ConfigException when the file does not fit them
   */
  public static void learn(House house) throws ConfigException, IOException {
    Outcome<List<ValueChange>> outcome =
        Service.wait(
            reply ->
                house
                    .journal()
                    .transact(
                        new Transaction<List<ValueChange>>(
                            "service",
                            house.clock().instant(),
                            reads -> Decision.accept(List.of(), reads.valueChanges())),
                        reply::complete));
    if (!(outcome instanceof Outcome.Done<List<ValueChange>>(List<ValueChange> changes, long h))) {
      throw new IOException("the ledger can't be read");
    }
    var fault = house.rules().learn(changes);
    if (fault.isPresent()) {
      throw new ConfigException(
          "the profile file does not fit the values that were changed here: "
              + fault.get()
              + "; put the file back as it was, or correct it");
    }
  }
}
