package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to verify beyond chain and bodies.
 *
 * @param checkpoints texts {@code sequence:hash} that the chain has to contain
 * @param rebuild whether the views are compared with views rebuilt from the entries
 * @param people a people file whose persons should be patients of the journal
 */
public record VerifyOptions(List<String> checkpoints, boolean rebuild, Optional<Path> people) {

  /** Everything, without checkpoint and without people. */
  public static final VerifyOptions ALL = new VerifyOptions(List.of(), true, Optional.empty());

  /** The same with one more checkpoint. */
  public VerifyOptions withCheckpoint(String checkpoint) {
    List<String> more = Stream.concat(checkpoints.stream(), Stream.of(checkpoint)).toList();
    return new VerifyOptions(more, rebuild, people);
  }
}
