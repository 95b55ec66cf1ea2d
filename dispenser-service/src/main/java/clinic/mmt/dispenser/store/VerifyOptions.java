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
 * @param outside signed checkpoints that were kept elsewhere
 */
public record VerifyOptions(
    List<String> checkpoints, boolean rebuild, Optional<Path> people, OutsideCheckpoints outside) {

  /** Everything, without checkpoint and without people. */
  public static final VerifyOptions ALL =
      new VerifyOptions(List.of(), true, Optional.empty(), OutsideCheckpoints.NONE);

  /** The same with one more checkpoint. */
  public VerifyOptions withCheckpoint(String checkpoint) {
    List<String> more = Stream.concat(checkpoints.stream(), Stream.of(checkpoint)).toList();
    return new VerifyOptions(more, rebuild, people, outside);
  }

  /** The same with a people file. */
  public VerifyOptions withPeople(Path file) {
    return new VerifyOptions(checkpoints, rebuild, Optional.of(file), outside);
  }

  /** The same against signed checkpoints from elsewhere. */
  public VerifyOptions withOutside(OutsideCheckpoints kept) {
    return new VerifyOptions(checkpoints, rebuild, people, kept);
  }

  /** The same without comparing views: what a verifier that is not ours can say too. */
  public VerifyOptions withoutViews() {
    return new VerifyOptions(checkpoints, false, people, outside);
  }
}
