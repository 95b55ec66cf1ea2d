package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Units that were looked at in calm and may take the place of another one of their kind. */
public final class Spares {

  private static final Set<Role> REGISTERS = Set.of(Role.PHARMACIST, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public Spares(House house) {
    this.house = house;
  }

  /** A pharmacist or the head looked at a unit. */
  public void register(Session by, Spare spare, String words, Consumer<Answered<Spare>> reply) {
    new PumpLedger(house)
        .<Spare>transact(
            by.staff().value(),
            reads ->
                ServiceRefusals.against(by, REGISTERS)
                    .map(Decision::<Spare>refuse)
                    .orElseGet(
                        () ->
                            Decision.accept(
                                List.of(new UnitFact.SpareRegistered(spare, by.staff(), words)),
                                spare)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** All of them; anybody of the staff may look. */
  public void look(Session by, Consumer<Answered<List<Spare>>> reply) {
    new PumpLedger(house)
        .<List<Spare>>transact(
            by.staff().value(),
            reads -> Decision.accept(List.of(), reads.pumps().spares()),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
