package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.dispense.Witnesses;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceFlow;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pump that was moved by its own keys between two doses (H100). Its counter says more than at the
 * end of our last motion: the liquid is written off the line and the bottle as a discrepancy of the
 * station, and it is told. Or the tared cup became heavier before the tap, which refuses the tap:
 * by the scale alone nothing is written off.
 */
final class FrontPanel {

  /** A drop that fell into the cup is no liquid that moved alone. */
  private static final Mass DRIP = Mass.ofMilligrams(100);

  private FrontPanel() {}

  /** Looks at what a prepare found; in a degraded mode without the pump there is nothing. */
  static void look(House house, Desk desk, Report<Prepared> report) {
    if (!(report instanceof Report.Ok<Prepared>(Prepared p)) || p.pump().isEmpty()) {
      return;
    }
    Optional<Volume> missing = desk.pump.movedSince(p.found());
    desk.pump.stands(p.counter());
    missing.ifPresent(
        moved -> {
          write(house, desk.station, reads -> byCounter(house, reads, desk.station, moved), moved);
          desk.notice(told(moved));
        });
  }

  /**
   * A tap found the cup heavier than when it was tared: how much, is weighed once and told once.
   *
   * @param net what it weighs more
   */
  static void heavier(House house, Desk desk, Mass net) {
    if (!net.isMoreThan(DRIP) || desk.heavierTold == desk.preparedNanos) {
      return;
    }
    desk.heavierTold = desk.preparedNanos;
    Volume rise =
        Witnesses.weigh(net, desk.onScale.flatMap(s -> desk.densityFor(s.dose())), house.profile())
            .volume();
    PumpFact.MovedAlone seen =
        new PumpFact.MovedAlone(
            desk.station,
            house.calendar().today(),
            PumpFact.MovedAlone.How.WEIGHT,
            rise,
            List.of());
    write(house, desk.station, reads -> seen, rise);
  }

  private static Refusal told(Volume moved) {
    return Refusal.of(
            "pump-moved-alone",
            "H100",
            "The pump has moved %d µL that nobody had asked for here."
                .formatted(moved.microlitres()),
            "look for the liquid, lock the pump's keys, call the pharmacist; the volume is a"
                + " discrepancy of this station until it is explained")
        .vietnamese(
            "Bơm đã chạy %d µL mà không có lệnh ở đây.".formatted(moved.microlitres()),
            "tìm lượng thuốc đó, khóa phím bơm, gọi dược sĩ; lượng này là chênh lệch của quầy cho"
                + " đến khi được giải thích");
  }

  private static void write(
      House house, StationId station, Function<Reads, PumpFact.MovedAlone> fact, Volume missing) {
    house
        .journal()
        .transact(
            new Transaction<>(
                "station-" + station.value(),
                house.clock().instant(),
                reads -> Decision.accept(List.of(fact.apply(reads)), missing)),
            outcome -> {});
  }

  private static PumpFact.MovedAlone byCounter(
      House house, Reads reads, StationId station, Volume missing) {
    Optional<ServiceAct.Mounted> mounted =
        reads.mounted(station).map(m -> new ServiceAct.Mounted(m.bottle(), m.batch()));
    ServiceFlow flow =
        new ServiceFlow(
            reads.pumps().line(station),
            Optional.empty(),
            house.rules(reads).counter().pumps().line());
    return new PumpFact.MovedAlone(
        station,
        house.calendar().today(),
        PumpFact.MovedAlone.How.COUNTER,
        missing,
        flow.movedAlone(station, mounted, missing));
  }
}
