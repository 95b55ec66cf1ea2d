package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.degraded.PowerWatch;
import java.util.Optional;
import java.util.function.Consumer;

/** Faults of a clinic on a battery, as other systems had them. */
final class PowerFaults {

  private PowerFaults() {}

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
