package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpChart;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How the pump of a station stands, and its logs. */
public final class PumpPages {

  private static final int MOST = 50;

  private final House house;

  /** For one clinic. */
  public PumpPages(House house) {
    this.house = house;
  }

  /**
   * One pump.
   *
   * @param stand what has to be known before it pours
   * @param refused why it pours no dose now, if so
   * @param level what its doses say of it
   * @param line what is in its line, in the order it leaves
   * @param acts the latest service acts, the latest first
   * @param calibrations its log, the latest first
   * @param incidents motions that nobody had asked for, the latest first
   */
  public record Page(
      PumpStand stand,
      Optional<Refusal> refused,
      PumpChart.Level level,
      Line line,
      List<ServiceAct> acts,
      List<Calibration> calibrations,
      List<PumpFact.MovedAlone> incidents) {}

  /** Of one station; anybody of the staff may look. */
  public void look(Session by, StationId station, Consumer<Answered<Page>> reply) {
    new PumpLedger(house)
        .<Page>transact(
            by.staff().value(),
            reads -> Decision.accept(List.of(), page(reads, station)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Page page(Reads reads, StationId station) {
    Profile profile = house.rules(reads).counter();
    PumpStand stand = reads.pumps().stand(station);
    return new Page(
        stand,
        Entitlement.againstPump(reads, station, house.calendar().today(), profile),
        stand.chart().level(profile.pumps().drift()),
        reads.pumps().line(station),
        reads.pumps().acts(station, MOST),
        reads.pumps().calibrations(station, MOST),
        reads.pumps().incidents(station, MOST));
  }
}
