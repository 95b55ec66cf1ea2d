package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calibration log: a certified person says what the shots of today gave, by
 * water. What the pump was told, and which pump it was, is in the ledger and is not typed.
 */
public final class Calibrating {

  /** So many lines of the log are looked at for shots that were used before. */
  private static final int LOOKED_AT = 20;

  private static final int SHOTS_MOST = 60;

  private final House house;
  private final Certificates certificates;

  /** For one clinic. */
  public Calibrating(House house) {
    this.house = house;
    this.certificates = new Certificates(house);
  }

  /**
   * What one shot gave.
   *
   * @param act its service act
   * @param measured by flask or weighed water
   */
  public record Measured(String act, Volume measured) {}

  /**
   * A calibration as somebody tells it.
   *
   * @param method by what the volumes were measured
   * @param shots all with the factor after
   * @param factorBefore tube factor until now, in millionths
   * @param factorAfter from now on, in millionths
   */
  public record Told(
      Calibration.Method method, List<Measured> shots, long factorBefore, long factorAfter) {

    /** Copies the list. */
    public Told {
      shots = List.copyOf(shots);
    }
  }

  /** Writes it, passed or failed: a failed one stops the pump. */
  public void calibrate(
      Session by, StationId station, Told told, Consumer<Answered<Calibration>> reply) {
    new PumpLedger(house)
        .<Calibration>transact(
            by.staff().value(),
            reads -> decide(reads, by, station, told),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Calibration> decide(Reads reads, Session by, StationId station, Told told) {
    Optional<Refusal> no =
        ServiceRefusals.against(by).or(() -> certificates.whyNotCalibrate(reads, by));
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    List<ServiceAct> acts = acts(reads, station, told);
    List<Calibration.Shot> shots = new ArrayList<>();
    for (int i = 0; i < acts.size(); i++) {
      ServiceAct act = acts.get(i);
      shots.add(new Calibration.Shot(act.id(), act.commanded(), told.shots().get(i).measured()));
    }
    if (shots.size() != told.shots().size() || !Calibration.enough(shots)) {
      return Decision.refuse(Refusal.of(ServiceNo.TOO_FEW_SHOTS));
    }
    Calibration calibration =
        new Calibration(
            house.ids().next("c"),
            station,
            house.calendar().today(),
            told.method(),
            acts.getFirst().pump(),
            shots,
            told.factorBefore(),
            told.factorAfter(),
            Calibration.passes(shots, house.rules(reads).counter().pumps().calibration()),
            by.staff());
    return Decision.accept(List.of(new PumpFact.Calibrated(calibration)), calibration);
  }

  /** Those of the named shots that count: of today, of one pump, and each once. */
  private List<ServiceAct> acts(Reads reads, StationId station, Told told) {
    Set<String> used = new HashSet<>();
    reads
        .pumps()
        .calibrations(station, LOOKED_AT)
        .forEach(earlier -> earlier.shots().forEach(shot -> used.add(shot.act())));
    List<ServiceAct> found = new ArrayList<>();
    for (Measured measured : told.shots().subList(0, Math.min(SHOTS_MOST, told.shots().size()))) {
      reads
          .pumps()
          .act(measured.act())
          .filter(act -> act.kind() == ServiceKind.CALIBRATE)
          .filter(act -> act.phase() == ServiceAct.Phase.ENDED)
          .filter(act -> act.station().equals(station))
          .filter(act -> act.day().equals(house.calendar().today()))
          .filter(act -> found.isEmpty() || act.pump().equals(found.getFirst().pump()))
          .filter(act -> used.add(act.id()))
          .ifPresent(found::add);
    }
    return found;
  }
}
