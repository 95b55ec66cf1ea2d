package clinic.mmt.dispenser.domain.stock;

/** Where liquid can be. Later work adds accounts, never one-sided rows. */
public enum AccountKind {
  /** Outside: where a batch came from; what we got of it, as a minus. */
  SUPPLIER,
  /** The store cabinet. */
  STORE,
  /** The cabinet of the day. */
  DAY_CABINET,
  /** On its way to another site. */
  IN_TRANSIT,
  /** Outside: what another site confirmed to have got from us. */
  OTHER_SITE,
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
  /** Destroyed under a permit by three persons or more. */
  DESTROYED,
  /** Held until an unknown outcome is settled, by dose. */
  HELD,
  /** A difference somebody has to explain, by dose or station. */
  DISCREPANCY,
  /** Loss, by a signed count. */
  LOSS,
  /** Surplus, by a signed count; never netted with loss. */
  SURPLUS
}
