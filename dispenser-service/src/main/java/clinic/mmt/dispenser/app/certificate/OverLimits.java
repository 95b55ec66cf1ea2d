package clinic.mmt.dispenser.app.certificate;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.Instant;
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
    Instant now = house.clock().instant();
    Signature first = new Signature(by.staff(), by.roles(), digest, by.terminal(), now);
    Optional<Signature> counts = second.filter(s -> mayBeSecond(reads, s));
    return switch (SecondSignature.judge(
        ActKind.DOSE_OVER_LIMITS.at(house.site()), digest, first, counts, now)) {
      case SecondSignature.Answer.Missing m -> Optional.empty();
      case SecondSignature.Answer.Owed o -> Optional.empty();
      case SecondSignature.Answer.Signed how ->
          counts.map(
              other ->
                  new Fact.ActSigned(
                      house.ids().next("a"),
                      ActKind.DOSE_OVER_LIMITS.name(),
                      digest,
                      by.staff(),
                      other.staff(),
                      how.mode().name(),
                      how.flagged()));
    };
  }

  private boolean mayBeSecond(Reads reads, Signature second) {
    return second.roles().contains(Role.PHARMACIST)
        || (second.roles().contains(Role.PRESCRIBER)
            && certificates.whyNotPrescribe(reads, second.staff()).isEmpty());
  }
}
