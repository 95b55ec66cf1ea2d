package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first doses of a batch hold pump and scale against each other as a whole (H90): an error of
 * density, scale or pump that each single dose would bear adds up and stops the batch.
 */
public final class FirstDoses {

  private FirstDoses() {}

  /**
   * What is known of a batch since its density was measured last.
   *
   * @param doses its first weighed doses, oldest first
   * @param stopped nothing is poured of it before a pharmacist or doctor has acted
   */
  public record Known(List<Compared> doses, boolean stopped) {

    /** Nothing was weighed yet. */
    public static final Known NONE = new Known(List.of(), false);

    /** Copies the list. */
    public Known {
      doses = List.copyOf(doses);
    }
  }

  /** One more dose, and whether the batch is stopped by it. */
  public record Judged(Compared dose, boolean stopped) {}

  /**
   * Judges a dose that was weighed after a complete shot; a top-up of a dose replaces what was
   * known of it. Empty when the batch has had its first doses, or is stopped already.
   */
  public static Optional<Judged> judge(Known before, Compared next, Profile profile) {
    List<Compared> doses = new ArrayList<>(before.doses());
    boolean again = doses.removeIf(d -> d.dose().equals(next.dose()));
    if (before.stopped() || (!again && doses.size() >= profile.firstDoses().count())) {
      return Optional.empty();
    }
    doses.add(next);
    return Optional.of(new Judged(next, !agree(doses, profile)));
  }

  /**
   * Whether the sums lie within the share of the profile. The sums, and no less than the noise of
   * one weighing for each dose: else the hundredth of a gram would stop a batch at a small dose.
   */
  private static boolean agree(List<Compared> doses, Profile profile) {
    Volume expected = sum(doses.stream().map(Compared::expected).toList());
    Volume weighed = sum(doses.stream().map(Compared::weighed).toList());
    Volume share = expected.permille(profile.firstDoses().permille());
    Volume noise = Volume.ofMicrolitres(profile.firstDoses().noise().microlitres() * doses.size());
    return !weighed.minus(expected).magnitude().isMoreThan(share.orMore(noise));
  }

  private static Volume sum(List<Volume> volumes) {
    return volumes.stream().reduce(Volume.ZERO, Volume::plus);
  }
}
