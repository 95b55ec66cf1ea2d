package clinic.mmt.dispenser.domain.stock;

/**
 * One place liquid can be.
 *
 * @param kind what sort of place
 * @param of which one: a bottle, station or dose; {@code -} where there is only one
 */
public record Account(AccountKind kind, String of) {

  /** An account of which there is only one. */
  public static Account only(AccountKind kind) {
    return new Account(kind, "-");
  }

  /** As {@link #path}, but {@code PATIENT} where there is only one. */
  public String shortPath() {
    return of.equals("-") ? kind.name() : path();
  }

  /** For example {@code BOTTLE/B-0001}. */
  public String path() {
    return kind.name() + "/" + of;
  }
}
