package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.witness.Outside;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints in a text file, a line each, on the disk before the next one (H67). Beside it a
 * folder for an inspector with the public key. Neither names a person: they are made to be copied.
 */
public final class CheckpointFile implements Outside {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);
  private static final String HEAD =
      """
      # Checkpoints: keep a copy where nobody who works with the ledger comes, and check by
      # ./clinic verify ledger.db --checkpoints FILE
      """;

  private final Path file;
  private final Path inspector;

  CheckpointFile(Path file, Path inspector) {
    this.file = file;
    this.inspector = inspector;
  }

  @Override
  public void key(String clinic, WitnessKey key) {
    try {
      if (!Files.exists(file)) {
        DataFolder.writeWhole(file, HEAD.getBytes(StandardCharsets.UTF_8));
      }
      dropTornLine();
      String line = key.line(clinic);
      Optional<String> before = keys().reduce((earlier, later) -> later);
      if (!before.filter(line::equals).isPresent()) {
        append(line);
      }
      Files.createDirectories(inspector);
      DataFolder.writeWhole(
          inspector.resolve("checkpoint-key.pem"),
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(key.publicKey())
              .getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      LOG.error("the key of checkpoints can't be written beside the ledger", e);
    }
  }

  private Stream<String> keys() throws IOException {
    return lines().stream().filter(line -> line.startsWith("MK1 "));
  }

  @Override
  public void tell(Checkpoint checkpoint) {
    try {
      append(checkpoint.line());
    } catch (IOException e) {
      LOG.error("checkpoint {} is in the journal and not in {}", checkpoint.number(), file, e);
    }
  }

  @Override
  public long last(long here) {
    try {
      return lines().stream()
          .flatMap(line -> Checkpoint.read(line).stream())
          .mapToLong(Checkpoint::number)
          .max()
          .orElse(0);
    } catch (IOException e) {
      LOG.error("{} can't be read; checkpoints are added to its end", file, e);
      return 0;
    }
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** What a power cut left of a line; the checkpoint is in the journal and comes again. */
  private void dropTornLine() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end < bytes.length) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(end);
        channel.force(true);
      }
    }
  }

  private void append(String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            DataFolder.ownerOnly("rw-------"))) {
      ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }
}
