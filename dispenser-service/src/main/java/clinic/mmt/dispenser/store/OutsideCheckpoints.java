package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checkpoints that were kept elsewhere: a copy of {@code checkpoints.txt}, or lines from paper.
 *
 * @param keys which the file names; empty of lines from paper
 * @param checkpoints in the order of the file
 */
public record OutsideCheckpoints(List<WitnessKey> keys, List<Checkpoint> checkpoints) {

  /** None. */
  public static final OutsideCheckpoints NONE = new OutsideCheckpoints(List.of(), List.of());

  private static final int KEY_WORDS = 4;

  /** Copies the lists. */
  public OutsideCheckpoints {
    keys = List.copyOf(keys);
    checkpoints = List.copyOf(checkpoints);
  }

  /** What is wrong with a line of the file, with the file's name and the line's number. */
  public static final class WrongLine extends Exception {
    private static final long serialVersionUID = 1;

    WrongLine(String message) {
      super(message);
    }
  }

  /** Reads a file; empty lines and lines that begin with # say nothing. */
  public static OutsideCheckpoints read(Path file) throws IOException, WrongLine {
    List<WitnessKey> keys = new ArrayList<>();
    List<Checkpoint> checkpoints = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Optional<WitnessKey> key = key(line);
      Optional<Checkpoint> checkpoint = Checkpoint.read(line);
      if (key.isEmpty() && checkpoint.isEmpty()) {
        throw new WrongLine(
            file + ":" + number + ": no checkpoint and no key; copy the whole line, or scan it");
      }
      key.ifPresent(keys::add);
      checkpoint.ifPresent(checkpoints::add);
    }
    if (checkpoints.isEmpty() && keys.isEmpty()) {
      throw new WrongLine(file + ":1: there is no checkpoint in it");
    }
    return new OutsideCheckpoints(keys, checkpoints);
  }

  private static List<String> lines(Path file) throws IOException, WrongLine {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw new WrongLine(file + ":1: is no text");
    }
  }

  private static Optional<WitnessKey> key(String line) {
    List<String> words = List.of(line.strip().split(" +"));
    if (words.size() != KEY_WORDS
        || !words.getFirst().equals("MK1")
        || !WitnessKey.isId(words.get(2))) {
      return Optional.empty();
    }
    return Optional.of(new WitnessKey(words.get(2), words.get(3)))
        .filter(key -> CheckpointKey.fault(key).isEmpty());
  }

  /** The key of an id, where the file names it. */
  Optional<WitnessKey> key(Checkpoint checkpoint) {
    return keys.stream().filter(key -> key.id().equals(checkpoint.key())).findFirst();
  }
}
