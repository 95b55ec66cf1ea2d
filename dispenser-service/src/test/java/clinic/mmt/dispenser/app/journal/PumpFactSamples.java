package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of each fact about pumps. */
final class PumpFactSamples {

  static final Account LINE = new Account(AccountKind.LINE, Facts.STATION.value());

  private PumpFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("pump.act", moved(act("v-1", ServiceAct.Phase.ENDED), Optional.of(false)));
    facts.put("pump.purge-owed", owed());
    facts.put("pump.moved-alone", movedAlone());
    facts.put("unit.spare", spare());
    facts.put("unit.changed", changed());
    facts.put("pump.calibrated", new PumpFact.Calibrated(calibration("c-1", true)));
  }

  static ServiceAct act(String id, ServiceAct.Phase phase) {
    return new ServiceAct(
        id,
        Facts.STATION,
        ServiceKind.CHECK_SHOT,
        ServiceKind.Destination.WASTE,
        phase,
        Facts.DAY,
        Volume.ofMicrolitres(5_000),
        Optional.of(new ServiceAct.Mounted(Facts.BOTTLE, Facts.BATCH)),
        "NE9000V1.0",
        Volume.ofMicrolitres(12_345),
        phase.moved() ? Volume.ofMicrolitres(5_001) : Volume.ZERO,
        phase.moved() ? Optional.of(Volume.ofMicrolitres(4_907)) : Optional.empty(),
        Facts.NURSE);
  }

  static PumpFact.ActMoved moved(ServiceAct act, Optional<Boolean> passed) {
    return new PumpFact.ActMoved(
        act,
        Optional.of(new PurgeDue(PurgeDue.Why.WATER, Volume.ofMicrolitres(8_100), true)),
        passed,
        "lý do: kiểm tra đầu ngày",
        act.phase().moved() ? List.of(filled(Facts.BATCH, 5_000)) : List.of());
  }

  static Posting filled(BatchId batch, long microlitres) {
    return Posting.move(
        batch,
        new Account(AccountKind.BOTTLE, Facts.BOTTLE.value()),
        LINE,
        Volume.ofMicrolitres(microlitres));
  }

  static UnitFact.SpareRegistered spare() {
    return new UnitFact.SpareRegistered(
        new Spare(DeviceKind.PUMP, "NE9000 V1.1 #9"), Facts.PHARMACIST, "ở tủ dưới quầy 1");
  }

  static UnitFact.UnitChanged changed() {
    return new UnitFact.UnitChanged(
        Facts.STATION,
        Facts.STATION.value() + "-pump",
        DeviceKind.PUMP,
        "NE9000 V1.1 #9",
        Facts.DAY,
        Facts.NURSE,
        "bơm cũ kẹt");
  }

  static PumpFact.PurgeAsked owed() {
    return new PumpFact.PurgeAsked(
        Facts.STATION, PurgeDue.Why.CLEANED, Facts.PHARMACIST, "lý do: thay ống");
  }

  static PumpFact.MovedAlone movedAlone() {
    return new PumpFact.MovedAlone(
        Facts.STATION,
        Facts.DAY,
        PumpFact.MovedAlone.How.COUNTER,
        Volume.ofMicrolitres(2_300),
        List.of(
            Posting.move(
                Facts.BATCH,
                new Account(AccountKind.BOTTLE, Facts.BOTTLE.value()),
                new Account(AccountKind.DISCREPANCY, Facts.STATION.value()),
                Volume.ofMicrolitres(2_300))));
  }

  static Calibration calibration(String id, boolean passed) {
    List<Calibration.Shot> shots = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Volume told = Volume.ofMillilitres(i < 3 ? 5 : 10);
      Volume came = told.plus(Volume.ofMicrolitres(passed ? i : 900));
      shots.add(new Calibration.Shot("v-" + i, told, came));
    }
    return new Calibration(
        id,
        Facts.STATION,
        Facts.DAY,
        Calibration.Method.FLASK,
        "NE9000V1.0",
        shots,
        1_000_000,
        1_012_500,
        passed,
        Facts.PHARMACIST);
  }
}
