package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.fact.UnitFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.function.UnaryOperator;

/**
 * What is known of pumps, their lines and the units that stand there. What an entry means for it is
 * decided here, once.
 */
public interface PumpViews {

  /** Changes what has to be known of a station's pump before it pours. */
  void stand(StationId station, UnaryOperator<PumpStand> change);

  /** Changes what is in a line. */
  void line(StationId station, UnaryOperator<Line> change);

  /** The cup of a dose holds so much more, or less, of another batch than the dose's own. */
  void mixed(DoseId dose, BatchId batch, Volume change);

  /** A service act, in place of what was known of it. */
  void act(ServiceAct act);

  /** Liquid moved and nobody had asked for it. */
  void incident(PumpFact.MovedAlone moved, long sequence);

  /** One more line of a calibration log. */
  void calibration(Calibration calibration, long sequence);

  /** A unit may take the place of another one. */
  void spare(Spare spare);

  /** This unit stands there from now on. */
  void unit(String device, String identity);

  /** A spare, or another unit at a station. */
  static void apply(UnitFact fact, PumpViews views) {
    switch (fact) {
      case UnitFact.SpareRegistered registered -> views.spare(registered.spare());
      case UnitFact.UnitChanged changed -> {
        views.unit(changed.device(), changed.identity());
        if (changed.kind() == DeviceKind.PUMP) {
          views.stand(changed.station(), PumpStand::replaced);
        }
      }
    }
  }

  /** A service fact. */
  static void apply(PumpFact fact, long sequence, PumpViews views) {
    switch (fact) {
      case PumpFact.ActMoved moved -> {
        views.act(moved.act());
        views.stand(moved.act().station(), s -> s.after(moved.act(), moved.due(), moved.passed()));
      }
      case PumpFact.PurgeAsked asked ->
          views.stand(asked.station(), s -> s.owing(PurgeDue.of(asked.why())));
      case PumpFact.MovedAlone moved -> views.incident(moved, sequence);
      case PumpFact.Calibrated(Calibration c) -> {
        views.calibration(c, sequence);
        views.stand(c.station(), s -> s.after(c));
      }
    }
  }

  /** A leg of a posting: only those of a line say anything of it. */
  static void posted(Posting.Leg leg, BatchId batch, PumpViews views) {
    if (leg.account().kind() == AccountKind.LINE) {
      StationId station = new StationId(leg.account().of());
      views.line(station, line -> line.after(batch, leg.change()));
      if (leg.change().isMoreThan(Volume.ZERO)) {
        views.stand(station, s -> s.entered(batch));
      }
    }
  }

  /** A dose moved: its cup may be of two batches, and one that is handed over tells of its pump. */
  static void moved(Fact.DoseMoved moved, PumpViews views) {
    PumpSeen.of(moved)
        .ifPresent(
            seen ->
                views.stand(
                    moved.to().dose().station(),
                    s ->
                        s.with(
                            s.chart()
                                .after(seen.pumped(), seen.weighed(), moved.to().dose().day()))));
    PumpSeen.others(moved).forEach(leg -> views.mixed(leg.dose(), leg.batch(), leg.change()));
  }
}
