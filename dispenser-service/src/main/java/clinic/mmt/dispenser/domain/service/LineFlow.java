package clinic.mmt.dispenser.domain.service;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A posting of a dose, told by the batches that really flowed. The machine of a dose knows
 * the bottle it was authorised from. While the line still holds another batch, what the pump gives
 * is taken from the line's front, and as much of the bottle's enters the line behind it; and what a
 * cup of two batches loses, it loses of the older one first.
 */
public final class LineFlow {

  private final Account line;
  private final Line contents;
  private final Map<BatchId, Volume> mixed;
  private final BatchId batch;
  private final Map<Account, Volume> own = new LinkedHashMap<>();
  private final Legs out = new Legs();

  private LineFlow(StationId station, Line contents, Map<BatchId, Volume> mixed, Posting posting) {
    this.line = new Account(AccountKind.LINE, station.value());
    this.contents = contents;
    this.mixed = mixed;
    this.batch = posting.batch();
    posting.legs().forEach(leg -> own.merge(leg.account(), leg.change(), Volume::plus));
  }

  /**
   * The postings for one of a dose.
   *
   * @param station whose pump pours
   * @param contents its line before
   * @param mixed what the dose's cup holds of other batches than the posting's
   */
  public static List<Posting> of(
      StationId station, Line contents, Map<BatchId, Volume> mixed, Posting posting) {
    if (mixed.isEmpty() && !contents.holdsOther(posting.batch())) {
      return List.of(posting);
    }
    return new LineFlow(station, contents, mixed, posting).followed();
  }

  private List<Posting> followed() {
    leaveCup();
    leavePump();
    Legs in = new Legs();
    own.forEach((account, change) -> in.add(batch, account, change));
    return Legs.inOrder(out, in);
  }

  private static boolean inBottle(Account account) {
    AccountKind kind = account.kind();
    return kind == AccountKind.BOTTLE || kind == AccountKind.RESERVED || kind == AccountKind.HELD;
  }

  /** What leaves a cup of two batches, of the other ones first. */
  private void leaveCup() {
    for (Account cup : List.copyOf(own.keySet())) {
      if (cup.kind() == AccountKind.CUP
          && own.getOrDefault(cup, Volume.ZERO).isLessThan(Volume.ZERO)) {
        leaveCup(cup, own.getOrDefault(cup, Volume.ZERO).negated());
      }
    }
  }

  private void leaveCup(Account cup, Volume lost) {
    Volume left = lost;
    for (Map.Entry<BatchId, Volume> other : mixed.entrySet()) {
      Volume part = left.orLess(other.getValue());
      instead(other.getKey(), cup, part);
      left = left.minus(part);
    }
  }

  /** {@code volume} of a batch goes from {@code from} where the bottle's would have gone. */
  private void instead(BatchId other, Account from, Volume volume) {
    Volume left = volume;
    for (Account to : targets()) {
      Volume part = left.orLess(own.getOrDefault(to, Volume.ZERO));
      own.merge(from, part, Volume::plus);
      own.merge(to, part.negated(), Volume::plus);
      out.move(other, from, to, part);
      left = left.minus(part);
    }
    if (left.isMoreThan(Volume.ZERO)) {
      // Said not to have flowed after all: it is back in the line, and ours behind it is not.
      own.merge(from, left, Volume::plus);
      own.merge(line, left.negated(), Volume::plus);
      out.move(other, from, line, left);
    }
  }

  private List<Account> targets() {
    List<Account> found = new ArrayList<>();
    own.forEach(
        (account, change) -> {
          if (!inBottle(account) && !account.equals(line) && change.isMoreThan(Volume.ZERO)) {
            found.add(account);
          }
        });
    return found;
  }

  /** What the pump gave comes from the front of the line, and the bottle fills it from behind. */
  private void leavePump() {
    Volume gave = Volume.ZERO;
    for (Map.Entry<Account, Volume> change : own.entrySet()) {
      gave = inBottle(change.getKey()) ? gave.minus(change.getValue()) : gave;
    }
    if (!gave.isMoreThan(Volume.ZERO) || !contents.holdsOther(batch)) {
      return;
    }
    for (Line.Segment segment : contents.front(gave)) {
      instead(segment.batch(), line, segment.volume());
    }
  }
}
