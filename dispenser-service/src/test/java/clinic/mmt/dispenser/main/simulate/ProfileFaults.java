package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Faults of a counter that works by other values than were signed. */
final class ProfileFaults {

  private ProfileFaults() {}

  /** What a fault changes; the rest of the profile is as it was. */
  private record Part(Band topUp, Profile.Bottles bottles, Profile.Degraded degraded) {}

  private static Fitting changed(UnaryOperator<Part> change) {
    return new Fitting() {
      @Override
      public Profile profile(Profile p) {
        Part part = change.apply(new Part(p.topUp(), p.bottles(), p.degraded()));
        return new Profile(
            p.accept(),
            p.alone(),
            p.aloneDrug(),
            part.topUp(),
            p.topUps(),
            p.handOverWithin(),
            p.heldWithin(),
            p.voidAfter(),
            p.prepareValid(),
            p.identityValid(),
            p.correctionWithin(),
            p.lightest(),
            p.heaviest(),
            p.cup(),
            p.floor(),
            part.bottles(),
            p.pumps(),
            p.partTakenPermille(),
            p.firstDoses(),
            p.noReads(),
            part.degraded(),
            p.aimLow());
      }
    };
  }

  /** The cap lies three times as far above the order as it may. */
  static Fitting wideCap() {
    return changed(
        p -> new Part(Band.of(Volume.ofMicrolitres(900), 150), p.bottles(), p.degraded()));
  }

  /** Whatever a bottle weighs, it is mounted. */
  static Fitting anyWeight() {
    return changed(
        p ->
            new Part(
                p.topUp(),
                new Profile.Bottles(
                    p.bottles().smallFloor(),
                    Band.of(Volume.ofMillilitres(500), 5),
                    p.bottles().inUseDays(),
                    p.bottles().referencePermille(),
                    p.bottles().steps(),
                    p.bottles().stockLowDays(),
                    p.bottles().reportWithin()),
                p.degraded()));
  }

  /** No dose is large enough for a second look. */
  static Fitting noSecondLook() {
    return degraded(
        d ->
            new Profile.Degraded(
                d.withoutScale(),
                Mass.ofMilligrams(5_000),
                d.pause(),
                d.sheetValid(),
                d.batteryFloor()));
  }

  /** A new pour begins as long as the battery carries anything at all. */
  static Fitting pouredToTheEnd() {
    return degraded(
        d ->
            new Profile.Degraded(
                d.withoutScale(), d.secondLook(), d.pause(), d.sheetValid(), Duration.ZERO));
  }

  private static Fitting degraded(UnaryOperator<Profile.Degraded> change) {
    return changed(p -> new Part(p.topUp(), p.bottles(), change.apply(p.degraded())));
  }
}
