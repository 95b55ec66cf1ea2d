package clinic.mmt.dispenser.domain.bottle;

/** Where a bottle of the stock stands, and whether it may be poured from. */
public enum BottleState {
  /** Closed, in the store cabinet. */
  IN_STORE,
  /** Closed, in the cabinet of the day. */
  IN_DAY_CABINET,
  /** Opened, in the cabinet of the day. */
  OPEN,
  /** Opened, at a station: its pump draws from it. */
  MOUNTED,
  /** Nothing is left in it. */
  EMPTY,
  /** Broken; the paper about it is owed. */
  BROKEN,
  /** Broken, and two persons settled what was lost. */
  WRITTEN_OFF,
  /** Nobody may use it before two persons release it. */
  QUARANTINED,
  /** Returned to the supplier. */
  SENT_BACK,
  /** On its way to another site. */
  IN_TRANSIT,
  /** At another site, which confirmed it. */
  DELIVERED,
  /** Sent, and not arrived; somebody has to explain it. */
  MISSING,
  /** Destroyed under a permit. */
  DESTROYED;

  /** Whether there is nothing more to do with it. */
  public boolean gone() {
    return switch (this) {
      case EMPTY, WRITTEN_OFF, SENT_BACK, DELIVERED, DESTROYED -> true;
      case IN_STORE, IN_DAY_CABINET, OPEN, MOUNTED, BROKEN, QUARANTINED, IN_TRANSIT, MISSING ->
          false;
    };
  }

  /** Whether its maker's seal is whole: its volume is the container's. */
  public boolean closed() {
    return this == IN_STORE || this == IN_DAY_CABINET;
  }
}
