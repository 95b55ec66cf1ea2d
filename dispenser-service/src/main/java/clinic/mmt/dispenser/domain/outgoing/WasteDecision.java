package clinic.mmt.dispenser.domain.outgoing;

import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * What moves when a waste container is emptied: nothing stays in its account, and what was measured
 * otherwise than booked is a difference for somebody to explain, never dropped.
 *
 * @param line the container as it was measured
 * @param booked what the book says of it
 */
public record WasteDecision(Destruction.Waste line, Volume booked) {

  /** The postings; empty when there was nothing by the book and by weight. */
  public List<Posting> postings() {
    Account waste = new Account(AccountKind.WASTE, line.station().value());
    Account difference = new Account(AccountKind.DISCREPANCY, line.station().value());
    Volume destroyed =
        line.diluted() ? line.measured().orLess(booked.orMore(Volume.ZERO)) : line.measured();
    List<Posting> all = new ArrayList<>();
    add(all, waste, Account.only(AccountKind.DESTROYED), destroyed);
    add(all, waste, difference, booked.minus(destroyed));
    return List.copyOf(all);
  }

  private void add(List<Posting> all, Account from, Account into, Volume volume) {
    if (!volume.equals(Volume.ZERO)) {
      all.add(Posting.move(line.batch(), from, into, volume));
    }
  }
}
