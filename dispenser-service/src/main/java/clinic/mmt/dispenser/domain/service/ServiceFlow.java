package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.service.ServiceKind.Source;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
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
    if (act.kind().source() == Source.BOTTLE) {
      return through(act.mounted().orElseThrow(), line, destination(act), flowed);
    }
    return outOf(line, destination(act), flowed);
  }

  /** Air or water behind: only what is in the line leaves it. */
  private List<Posting> outOf(Account line, Account to, Volume flowed) {
    Legs out = new Legs();
    contents.front(flowed).forEach(s -> out.move(s.batch(), line, to, s.volume()));
    return out.postings();
  }

  /** The postings of a motion that nobody had asked for: where it went is to be explained. */
  public List<Posting> movedAlone(
      StationId station, Optional<ServiceAct.Mounted> mounted, Volume missing) {
    Account line = new Account(AccountKind.LINE, station.value());
    Account to = new Account(AccountKind.DISCREPANCY, station.value());
    return mounted.isPresent()
        ? through(mounted.get(), line, to, missing)
        : outOf(line, to, missing);
  }

  /** What the tube still takes fills it; from then on as much leaves as enters. */
  private List<Posting> through(
      ServiceAct.Mounted mounted, Account line, Account to, Volume flowed) {
    Account bottle = new Account(AccountKind.BOTTLE, mounted.bottle().value());
    Volume free = lineVolume.minus(contents.total()).orMore(Volume.ZERO);
    Volume entered = flowed.orLess(free);
    Volume left = flowed.minus(entered);
    Legs out = new Legs();
    Legs in = new Legs();
    for (Line.Segment s : contents.front(left)) {
      out.move(s.batch(), line, to, s.volume());
      entered = entered.plus(s.volume());
      left = left.minus(s.volume());
    }
    in.move(mounted.batch(), bottle, line, entered);
    // More than the whole line: it went straight through.
    Legs straight = new Legs();
    straight.move(mounted.batch(), bottle, to, left);
    List<Posting> all = new ArrayList<>(Legs.inOrder(out, in));
    all.addAll(straight.postings());
    return List.copyOf(all);
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
