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
  SENT_BACK;

  /** Whether there is nothing more to do with it. */
  public boolean gone() {
    return this == EMPTY || this == WRITTEN_OFF || this == SENT_BACK;
  }

  /** Whether its maker's seal is whole: its volume is the container's. */
  public boolean closed() {
    return this == IN_STORE || this == IN_DAY_CABINET;
  }
}
