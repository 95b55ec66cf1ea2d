package clinic.mmt.dispenser.domain.stock;

/** Where liquid can be. Later work adds accounts, never one-sided rows. */
public enum AccountKind {
  /** Outside: where a batch came from. The only account that goes below zero. */
  SUPPLIER,
  /** The store cabinet. */
  STORE,
  /** The cabinet of the day. */
  DAY_CABINET,
  /** One bottle, by its label. */
  BOTTLE,
  /** Held back in a bottle for an open intent, by dose. */
  RESERVED,
  /** The pump's tube, by station. */
  LINE,
  /** The cup of one dose. */
  CUP,
  /** One bottle to take home that is filled and here, by its label. */
  TAKE_HOME,
  /** Swallowed, or given and not seen swallowed. Never by person. */
  PATIENT,
  /** The weighed waste container of a station. */
  WASTE,
  /** Held until an unknown outcome is settled, by dose. */
  HELD,
  /** A difference somebody has to explain, by dose or station. */
  DISCREPANCY,
  /** Loss, by a signed count. */
  LOSS,
  /** Surplus, by a signed count; never netted with loss. */
  SURPLUS
}
