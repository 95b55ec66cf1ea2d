package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.staff.ActKind;
import java.util.Optional;

/** What can be done with a bottle: the one table of its moves. */
public enum BottleAct {
  /** From the store cabinet into the cabinet of the day. */
  ISSUE,
  /** Closed, back into the store cabinet. */
  PUT_BACK,
  /** The seal is broken; from now on it has an account of its own. */
  OPEN,
  /** Onto a station, scanned and weighed. */
  MOUNT,
  /** Off the station, weighed, into the cabinet of the day. */
  UNMOUNT,
  /** Its rest into another opened bottle of the same batch. */
  POOL,
  /** It stands empty. */
  EMPTY,
  /** Weighed or measured by two; a difference is posted, never lost. */
  COUNT,
  /** It broke: at once, by one tap; the paper comes later. */
  BREAK,
  /** Two persons write the loss of one that is broken or missing. */
  SETTLE,
  /** Something is wrong with it: nobody may use it. */
  QUARANTINE,
  /** Two persons release it. */
  RELEASE,
  /** Two persons return it to the supplier. */
  SEND_BACK,
  /** With a shipment, closed, to another site. */
  SEND,
  /** The other site confirmed it. */
  ARRIVE,
  /** The other site did not get it. */
  MISS,
  /** A missing one turned up: quarantined until two persons release it. */
  FIND,
  /** Destroyed, with a permit and minutes. */
  DESTROY;

  /** Where a bottle stands after this act; empty: this act is not for such a bottle. */
  public Optional<BottleState> of(Bottle bottle) {
    BottleState is = bottle.state();
    return Optional.ofNullable(
        switch (this) {
          case ISSUE -> is == BottleState.IN_STORE ? BottleState.IN_DAY_CABINET : null;
          case PUT_BACK -> is == BottleState.IN_DAY_CABINET ? BottleState.IN_STORE : null;
          case OPEN -> is == BottleState.IN_DAY_CABINET ? BottleState.OPEN : null;
          case MOUNT -> is == BottleState.OPEN ? BottleState.MOUNTED : null;
          case UNMOUNT -> is == BottleState.MOUNTED ? BottleState.OPEN : null;
          case POOL, EMPTY -> is == BottleState.OPEN ? BottleState.EMPTY : null;
          case COUNT -> bottle.stands() == BottleState.OPEN ? is : null;
          case BREAK -> breakable(is) ? BottleState.BROKEN : null;
          case SETTLE ->
              is == BottleState.BROKEN || is == BottleState.MISSING
                  ? BottleState.WRITTEN_OFF
                  : null;
          case QUARANTINE -> is.closed() || is == BottleState.OPEN ? BottleState.QUARANTINED : null;
          case RELEASE -> is == BottleState.QUARANTINED ? bottle.stands() : null;
          case SEND_BACK ->
              is == BottleState.QUARANTINED && bottle.stands() == BottleState.IN_STORE
                  ? BottleState.SENT_BACK
                  : null;
          case SEND -> is == BottleState.IN_STORE ? BottleState.IN_TRANSIT : null;
          case ARRIVE -> is == BottleState.IN_TRANSIT ? BottleState.DELIVERED : null;
          case MISS ->
              is == BottleState.IN_TRANSIT || bottle.stands().closed() ? BottleState.MISSING : null;
          case FIND -> is == BottleState.MISSING ? BottleState.QUARANTINED : null;
          case DESTROY -> is == BottleState.QUARANTINED ? BottleState.DESTROYED : null;
        });
  }

  private static boolean breakable(BottleState is) {
    return switch (is) {
      case IN_STORE, IN_DAY_CABINET, OPEN, MOUNTED, QUARANTINED -> true;
      case EMPTY, BROKEN, WRITTEN_OFF, SENT_BACK, IN_TRANSIT, DELIVERED, MISSING, DESTROYED ->
          false;
    };
  }

  /**
   * The act of two persons that this is; empty: one is enough.
   *
   * @param weighed whether there is a weight
   */
  public Optional<ActKind> signedAs(boolean weighed) {
    return switch (this) {
      case OPEN -> Optional.of(ActKind.OPEN_BOTTLE);
      case COUNT -> Optional.of(ActKind.COUNT_BOTTLE);
      case SETTLE -> Optional.of(ActKind.SETTLE_BREAKAGE);
      case RELEASE, SEND_BACK -> Optional.of(ActKind.END_QUARANTINE);
      case MOUNT -> weighed ? Optional.empty() : Optional.of(ActKind.MOUNT_UNWEIGHED);
      case ISSUE, PUT_BACK, UNMOUNT, POOL, EMPTY, BREAK, QUARANTINE, FIND -> Optional.empty();
      case SEND, ARRIVE, MISS, DESTROY -> Optional.empty();
    };
  }

  /** Whether it is only done with papers of its own, for several bottles at once. */
  public boolean papers() {
    return switch (this) {
      case SEND, ARRIVE, MISS, DESTROY -> true;
      case ISSUE,
          PUT_BACK,
          OPEN,
          MOUNT,
          UNMOUNT,
          POOL,
          EMPTY,
          COUNT,
          BREAK,
          SETTLE,
          QUARANTINE,
          RELEASE,
          SEND_BACK,
          FIND ->
          false;
    };
  }
}
