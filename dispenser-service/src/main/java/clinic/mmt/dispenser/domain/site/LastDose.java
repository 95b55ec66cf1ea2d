package clinic.mmt.dispenser.domain.site;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last dose before somebody changes sites: in milligrams and with the strength of the liquid,
 * for 37 mg have been read as 37 mL elsewhere.
 *
 * @param day clinic day
 * @param dose drug
 * @param strength of the liquid, where it is known
 * @param confirmed whether it is known that it was taken whole
 */
public record LastDose(
    LocalDate day, Mass dose, Optional<Concentration> strength, boolean confirmed) {

  @Override
  public String toString() {
    return "LastDose[•••]";
  }
}
