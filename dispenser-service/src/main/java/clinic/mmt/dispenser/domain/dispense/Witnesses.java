package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * The two witnesses of a dose, pump and scale, held against the order. No single number pushes
 * liquid: all this does is name what is seen.
 */
public final class Witnesses {

  private Witnesses() {}

  /** What the witnesses say. */
  public enum Verdict {
    /** Ordered, pumped and weighed agree. */
    AGREE,
    /** Pump and scale agree that too little flowed, by no more than a top-up. */
    SHORT,
    /** Pump and scale agree, the dispenser may decide alone. */
    SMALL_DIFFERENCE,
    /** Anything else: somebody who may decide has to look. */
    DISAGREE
  }

  /** The volume a net weight stands for; without a density by the middle of the gross gate. */
  public static Weighing weigh(Mass net, Optional<Density> density, Profile profile) {
    if (density.isPresent()) {
      return new Weighing(net, density.get().volumeOf(net), true);
    }
    Density middle =
        new Density(
            (profile.lightest().microgramsPerMillilitre()
                    + profile.heaviest().microgramsPerMillilitre())
                / 2);
    return new Weighing(net, middle.volumeOf(net), false);
  }

  /** Judges a complete pour of {@code ordered}. */
  public static Verdict judge(
      Volume ordered, Volume pumped, Weighing weighing, Concentration strength, Profile profile) {
    if (!weighing.confirmed()) {
      return throughGrossGate(pumped, weighing.net(), profile)
              && profile.accept().holds(pumped, ordered)
          ? Verdict.AGREE
          : Verdict.DISAGREE;
    }
    Volume weighed = weighing.volume();
    if (!agree(weighed, pumped, profile)) {
      return Verdict.DISAGREE;
    }
    if (profile.accept().holds(weighed, ordered)) {
      return Verdict.AGREE;
    }
    boolean low = weighed.isLessThan(ordered);
    if (low && profile.topUp().holds(weighed, ordered)) {
      return Verdict.SHORT;
    }
    return isSmall(ordered, weighed, strength, profile)
        ? Verdict.SMALL_DIFFERENCE
        : Verdict.DISAGREE;
  }

  /**
   * Whether pump and scale may both be right: they differ by no more than a top-up could mend. A
   * wider difference, such as a mistyped density, is a disagreement and never more liquid (H89,
   * H90).
   */
  public static boolean agree(Volume weighed, Volume pumped, Profile profile) {
    return profile.topUp().holds(weighed, pumped);
  }

  /** Whether pump and scale may both be right, by the gate alone while no density is measured. */
  public static boolean mayBothBeRight(Volume pumped, Weighing weighing, Profile profile) {
    return weighing.confirmed()
        ? agree(weighing.volume(), pumped, profile)
        : throughGrossGate(pumped, weighing.net(), profile);
  }

  /** Whether a difference may be accepted by the dispenser alone. */
  public static boolean isSmall(
      Volume ordered, Volume weighed, Concentration strength, Profile profile) {
    Volume off = weighed.minus(ordered).magnitude();
    return profile.alone().holds(weighed, ordered)
        && !strength.massIn(off).isMoreThan(profile.aloneDrug());
  }

  /** Whether a weight fits a volume for some density of the gross gate. */
  private static boolean throughGrossGate(Volume volume, Mass net, Profile profile) {
    Volume slack = profile.accept().limit(volume);
    Volume least = profile.heaviest().volumeOf(net).minus(slack);
    Volume most = profile.lightest().volumeOf(net).plus(slack);
    return !volume.isLessThan(least) && !volume.isMoreThan(most);
  }
}
