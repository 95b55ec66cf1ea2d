package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Service acts that a stopped process left: one without a start frame is void, of one that may have
 * begun nobody knows how much flowed. None is begun again.
 */
public final class PumpRecovery {

  private final House house;

  /** For one clinic. */
  public PumpRecovery(House house) {
    this.house = house;
  }

  /** Settles what the ledger holds; answers how many are unknown. Used at start only. */
  public void run(Consumer<Outcome<Integer>> reply) {
    new PumpLedger(house).<Integer>transact("service", PumpRecovery::decide, reply);
  }

  private static Decision<Integer> decide(Reads reads) {
    List<Fact> facts = new ArrayList<>();
    int unknown = 0;
    for (ServiceAct act : reads.pumps().openActs()) {
      unknown += act.phase() == ServiceAct.Phase.INTENDED ? 0 : 1;
      if (act.phase() != ServiceAct.Phase.UNKNOWN) {
        facts.add(
            new PumpFact.ActMoved(
                act.in(
                    act.phase() == ServiceAct.Phase.INTENDED
                        ? ServiceAct.Phase.VOIDED
                        : ServiceAct.Phase.UNKNOWN),
                reads.pumps().stand(act.station()).due(),
                Optional.empty(),
                "the service stopped",
                List.of()));
      }
    }
    return Decision.accept(facts, unknown);
  }
}
