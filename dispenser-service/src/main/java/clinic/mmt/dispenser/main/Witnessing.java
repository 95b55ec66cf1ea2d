package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.app.witness.Outside;
import clinic.mmt.dispenser.app.witness.Witness;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.mqtt.Publisher;
import clinic.mmt.dispenser.store.DataFolder;
import clinic.mmt.dispenser.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Who signs checkpoints, and where they go: a file beside the ledger, and the broker. */
final class Witnessing {

  private Witnessing() {}

  /** Not begun yet. */
  static Witness of(
      ServiceConfig config,
      House house,
      DataFolder folder,
      Optional<Publisher> publisher,
      Executor signer)
      throws StoreException {
    List<Outside> outside = new ArrayList<>();
    outside.add(folder.checkpoints());
    publisher.ifPresent(p -> outside.add(new Published(p)));
    return new Witness(
        house.journal(),
        house.clock(),
        signer,
        CheckpointKey.of(folder.checkpointKey()),
        new Witness.Settings(config.clinic(), config.checkpointEvery(), outside));
  }

  /** The latest checkpoint, retained by the broker; those before it are facts there. */
  private record Published(Publisher publisher) implements Outside {

    @Override
    public void key(String clinic, WitnessKey key) {}

    @Override
    public void tell(Checkpoint checkpoint) {
      publisher.accept(checkpoint);
    }

    @Override
    public long last(long here) {
      return Math.max(0, here - 1);
    }
  }
}
