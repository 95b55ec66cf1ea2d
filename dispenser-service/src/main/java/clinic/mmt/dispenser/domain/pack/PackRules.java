package clinic.mmt.dispenser.domain.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a pack may be taken in (R-132, H110). */
public final class PackRules {

  /** So far the clocks of two sites may be apart. */
  public static final Duration CLOCKS_APART_MOST = Duration.ofHours(1);

  private PackRules() {}

  /** Why not. */
  public enum Fault {
    /** This one, or one of its number, was taken in already. */
    TAKEN,
    /** A newer one was taken in already. */
    OLDER,
    /** Its time is over. */
    EXPIRED,
    /** It was written at a time still to come, or holds longer than the rules here allow. */
    CLOCK,
    /** A pack between it and the last one that was taken in is missing. */
    MISSING
  }

  /**
   * What is wrong with an order pack.
   *
   * @param latest number of the last one from there; 0: none
   * @param holds how long a pack may hold by the rules of this site
   */
  public static Optional<Fault> orders(
      OrderPackText pack, int latest, Instant now, Duration holds) {
    if (pack.head().number() <= latest) {
      return Optional.of(pack.head().number() == latest ? Fault.TAKEN : Fault.OLDER);
    }
    if (now.isAfter(pack.until())) {
      return Optional.of(Fault.EXPIRED);
    }
    boolean longer = pack.until().isAfter(pack.head().made().plus(holds));
    return longer || early(pack.head(), now) ? Optional.of(Fault.CLOCK) : Optional.empty();
  }

  /** What is wrong with a dose pack. */
  public static Optional<Fault> doses(DosePackText pack, int latest, Instant now) {
    if (pack.head().number() <= latest) {
      return Optional.of(Fault.TAKEN);
    }
    if (pack.after() > latest) {
      return Optional.of(Fault.MISSING);
    }
    return early(pack.head(), now) ? Optional.of(Fault.CLOCK) : Optional.empty();
  }

  private static boolean early(PackHead head, Instant now) {
    return head.made().isAfter(now.plus(CLOCKS_APART_MOST));
  }
}
