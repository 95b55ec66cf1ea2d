package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a breakage is written off: what was recovered to the waste container, the rest to the loss;
 * more poured than the book held is a surplus, and never netted with a loss.
 *
 * @param back what a pour gave back after the bottle broke
 * @param total all that has to be explained
 * @param recovered of it in the waste container
 */
record Settled(Bottle bottle, Volume back, Volume total, Volume recovered) {

  List<Posting> postings(Optional<StationId> station) {
    List<Posting> all = new ArrayList<>();
    add(all, bottle.own(), bottle.discrepancy(), back);
    station.ifPresent(
        at ->
            add(all, bottle.discrepancy(), new Account(AccountKind.WASTE, at.value()), recovered));
    Volume rest = total.minus(recovered);
    if (rest.isLessThan(Volume.ZERO)) {
      add(all, Account.only(AccountKind.SURPLUS), bottle.discrepancy(), rest.negated());
    } else {
      add(all, bottle.discrepancy(), Account.only(AccountKind.LOSS), rest);
    }
    return List.copyOf(all);
  }

  private void add(List<Posting> all, Account from, Account into, Volume volume) {
    if (!volume.equals(Volume.ZERO)) {
      all.add(Posting.move(bottle.batch(), from, into, volume));
    }
  }
}
