package clinic.mmt.judge;

import java.util.Map;
import java.util.Set;

/**
 * A file of patients as it really is.
 *
 * @param sha256 of its bytes, hex
 * @param wrong lines that can't be right
 * @param odd lines that can be read, and that a person has to see
 * @param right what the person of each line should get by it at most, in micrograms
 */
public record FileTold(
    String sha256, Set<Integer> wrong, Set<Integer> odd, Map<Integer, Long> right) {

  /** Copies the collections. */
  public FileTold {
    wrong = Set.copyOf(wrong);
    odd = Set.copyOf(odd);
    right = Map.copyOf(right);
  }
}
