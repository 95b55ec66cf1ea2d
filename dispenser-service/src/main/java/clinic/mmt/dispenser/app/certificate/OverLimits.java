package clinic.mmt.dispenser.app.certificate;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.staff.TwoSign;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.util.Optional;

/**
 * The second signature under what is above the limits of the profile: of a pharmacist, or of
 * a prescriber whose certificate holds.
 */
public final class OverLimits {

  private final House house;
  private final Certificates certificates;

  /** For one clinic. */
  public OverLimits(House house) {
    this.house = house;
    this.certificates = new Certificates(house);
  }

  /**
   * The act, where both signed exactly what has this digest; empty: the second signature is missing
   * or is not one that counts. Inside a transaction.
   *
   * @param by the prescriber whose order it is
   */
  public Optional<Fact> signed(Reads reads, Session by, Optional<Signature> second, String digest) {
    Optional<Signature> counts = second.filter(s -> mayBeSecond(reads, s));
    return switch (new TwoSign(ActKind.DOSE_OVER_LIMITS, by, counts, digest, "R-17").judge(house)) {
      case TwoSign.Answer.No no -> Optional.empty();
      case TwoSign.Answer.Signed signed -> Optional.of(signed.act());
    };
  }

  private boolean mayBeSecond(Reads reads, Signature second) {
    return second.roles().contains(Role.PHARMACIST)
        || (second.roles().contains(Role.PRESCRIBER)
            && certificates.whyNotPrescribe(reads, second.staff()).isEmpty());
  }
}
