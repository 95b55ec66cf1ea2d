package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One container of the stock, under our own label.
 *
 * @param label our own
 * @param batch its batch
 * @param product its product
 * @param container what it held when it came
 * @param state where it stands
 * @param heldFrom where it stood when it was quarantined; empty otherwise
 * @param inUseUntil the last day it may be poured from, once opened
 * @param station where it is mounted
 * @param receipt with which it came
 */
public record Bottle(
    BottleId label,
    BatchId batch,
    ProductId product,
    Volume container,
    BottleState state,
    Optional<BottleState> heldFrom,
    Optional<LocalDate> inUseUntil,
    Optional<StationId> station,
    String receipt) {

  /** As it came. */
  static Bottle received(BottleId label, Receipt.Line line, Receipt receipt) {
    boolean abnormal = !receipt.causes().isEmpty();
    return new Bottle(
        label,
        line.batch(),
        line.product(),
        line.container(),
        abnormal ? BottleState.QUARANTINED : BottleState.IN_STORE,
        abnormal ? Optional.of(BottleState.IN_STORE) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        receipt.id());
  }

  /** Where it stands, looked at through a quarantine. */
  public BottleState stands() {
    return heldFrom.orElse(state);
  }

  /** The account its content is in. */
  public Account account() {
    return switch (stands()) {
      case IN_STORE -> Account.only(AccountKind.STORE);
      case IN_DAY_CABINET -> Account.only(AccountKind.DAY_CABINET);
      case IN_TRANSIT -> Account.only(AccountKind.IN_TRANSIT);
      case DELIVERED -> Account.only(AccountKind.OTHER_SITE);
      case DESTROYED -> Account.only(AccountKind.DESTROYED);
      case OPEN, MOUNTED, EMPTY, BROKEN, WRITTEN_OFF, QUARANTINED, SENT_BACK, MISSING -> own();
    };
  }

  /** Its own account, from its opening on. */
  public Account own() {
    return new Account(AccountKind.BOTTLE, label.value());
  }

  /** What somebody has to explain of it. */
  public Account discrepancy() {
    return new Account(AccountKind.DISCREPANCY, label.value());
  }

  /** After a move. */
  public Bottle after(BottleMove move) {
    return new Bottle(
        label,
        batch,
        product,
        container,
        move.to(),
        move.heldFrom(),
        move.inUseUntil(),
        move.station().filter(s -> move.to() == BottleState.MOUNTED),
        receipt);
  }

  /** The same with another last day of use. */
  public Bottle inUseUntil(Optional<LocalDate> until) {
    return new Bottle(label, batch, product, container, state, heldFrom, until, station, receipt);
  }
}
