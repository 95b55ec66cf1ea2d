package clinic.mmt.dispenser.domain.patient;

/** What a person's papers say, for reports by sex. */
public enum Sex {
  /** Female. */
  FEMALE,
  /** Male. */
  MALE
}
