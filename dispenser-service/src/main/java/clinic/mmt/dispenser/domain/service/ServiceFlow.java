package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.service.ServiceKind.Source;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;

/**
 * What a service act moves, and what is owed after it. Every microlitre of ours that a motor moved
 * is in a posting: into the line what it still takes, the rest out at its front.
 *
 * @param contents the line before
 * @param due the purge that was owed before
 * @param lineVolume what the line holds when it is full
 */
public record ServiceFlow(Line contents, Optional<PurgeDue> due, Volume lineVolume) {

  /** The postings of an act that moved liquid. */
  public List<Posting> postings(ServiceAct act) {
    Account line = new Account(AccountKind.LINE, act.station().value());
    Volume flowed = act.flowed().orMore(Volume.ZERO);
    Legs legs = new Legs();
    if (act.kind().source() == Source.BOTTLE) {
      through(act.mounted().orElseThrow(), line, destination(act), flowed, legs);
    } else {
      for (Line.Segment s : contents.front(flowed)) {
        legs.move(s.batch(), line, destination(act), s.volume());
      }
    }
    return legs.postings();
  }

  /** The postings of a motion that nobody had asked for: where it went is to be explained. */
  public List<Posting> movedAlone(
      StationId station, Optional<ServiceAct.Mounted> mounted, Volume missing) {
    Account line = new Account(AccountKind.LINE, station.value());
    Account to = new Account(AccountKind.DISCREPANCY, station.value());
    Legs legs = new Legs();
    if (mounted.isPresent()) {
      through(mounted.get(), line, to, missing, legs);
    } else {
      contents.front(missing).forEach(s -> legs.move(s.batch(), line, to, s.volume()));
    }
    return legs.postings();
  }

  /** What the tube still takes fills it; from then on as much leaves as enters. */
  private void through(
      ServiceAct.Mounted mounted, Account line, Account to, Volume flowed, Legs legs) {
    Account bottle = new Account(AccountKind.BOTTLE, mounted.bottle().value());
    Volume free = lineVolume.minus(contents.total()).orMore(Volume.ZERO);
    Volume out = flowed.minus(flowed.orLess(free));
    Volume entered = flowed.minus(out);
    for (Line.Segment s : contents.front(out)) {
      if (s.batch().equals(mounted.batch())) {
        legs.pass(s.batch(), line, s.volume());
        legs.move(s.batch(), bottle, to, s.volume());
      } else {
        legs.move(s.batch(), line, to, s.volume());
        legs.move(mounted.batch(), bottle, line, s.volume());
      }
      out = out.minus(s.volume());
    }
    // More than the whole line: it went straight through.
    legs.move(mounted.batch(), bottle, to, out);
    legs.move(mounted.batch(), bottle, line, entered);
  }

  private static Account destination(ServiceAct act) {
    return act.to() == Destination.BOTTLE
        ? new Account(AccountKind.BOTTLE, act.mounted().map(m -> m.bottle().value()).orElseThrow())
        : new Account(AccountKind.WASTE, act.station().value());
  }

  /** The purge that is owed after an act that moved liquid. */
  public Optional<PurgeDue> dueAfter(ServiceAct act) {
    return switch (act.kind()) {
      case FLUSH, CALIBRATE -> Optional.of(PurgeDue.of(PurgeDue.Why.WATER));
      case EMPTY -> due;
      case PURGE, PRIME, CHECK_SHOT -> due.flatMap(owed -> after(owed, act));
    };
  }

  private Optional<PurgeDue> after(PurgeDue owed, ServiceAct act) {
    Volume flowed = act.flowed();
    if (act.to() != Destination.WASTE || !flowed.isMoreThan(Volume.ZERO)) {
      return Optional.of(owed);
    }
    return owed.through() ? Optional.empty() : Optional.of(owed.purged(flowed, lineVolume));
  }
}
