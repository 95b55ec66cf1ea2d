package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What is bought: one brand and strength in one size of container.
 *
 * @param id what it is called here
 * @param brand as on the maker's label
 * @param strength nominal
 * @param container what a full one holds; 100 mL and 1,000 mL both exist
 * @param empty how much an empty container with its cap weighs
 * @param colour of the solution, a cheap check when a bottle is mounted
 * @param inUseDays days that an opened bottle is used, from the maker; empty: the profile's
 */
public record Product(
    ProductId id,
    String brand,
    Concentration strength,
    Volume container,
    Mass empty,
    String colour,
    Optional<Integer> inUseDays) {

  /** The same solution, whatever its container. */
  public boolean sameSolution(Product other) {
    return brand.equals(other.brand) && strength.equals(other.strength);
  }
}
