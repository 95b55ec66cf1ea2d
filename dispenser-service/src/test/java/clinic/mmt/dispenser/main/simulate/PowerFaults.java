package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.domain.profile.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Faults of a clinic on a battery, as other systems had them. */
final class PowerFaults {

  private PowerFaults() {}

  /** A new pour begins as long as the battery carries anything at all. */
  static Fitting pouredToTheEnd() {
    return new Fitting() {
      @Override
      public Profile profile(Profile p) {
        Profile.Degraded d = p.degraded();
        return new Profile(
            p.accept(),
            p.alone(),
            p.aloneDrug(),
            p.topUp(),
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
            p.bottles(),
            p.pumps(),
            p.partTakenPermille(),
            p.firstDoses(),
            p.noReads(),
            new Profile.Degraded(
                d.withoutScale(), d.secondLook(), d.pause(), d.sheetValid(), Duration.ZERO),
            p.aimLow());
      }
    };
  }

  /** Who was dosed is saved when the mains fail, and not again after the doses that follow. */
  static Fitting savedOnce() {
    return new Fitting() {
      @Override
      public PowerWatch.Copies papers(PowerWatch.Copies real) {
        return new PowerWatch.Copies() {
          private boolean saved;

          @Override
          public void save(Consumer<Optional<String>> place) {
            if (saved) {
              place.accept(Optional.of("papers"));
            } else {
              saved = true;
              real.save(place);
            }
          }

          @Override
          public void remove() {
            real.remove();
            saved = false;
          }
        };
      }
    };
  }
}
