package clinic.mmt.dispenser.domain.staff;

/** Functions of staff. One person may hold several: roles are functions, not ranks. */
public enum Role {
  /** Dispenser, nhân viên cấp phát. */
  DISPENSER,
  /** Pharmacist: answers for the stock. */
  PHARMACIST,
  /** Store keeper. */
  STORE_KEEPER,
  /** Doctor, prescriber. */
  PRESCRIBER,
  /** Head of the clinic. */
  HEAD,
  /** Sets up people and devices; doses nobody. */
  ADMINISTRATOR;

  /** Whether this function may take clinical decisions, not only witness physical facts. */
  public boolean decides() {
    return this == PHARMACIST || this == PRESCRIBER;
  }
}
