package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of checkpoints and their key (H67, H68). */
abstract class WitnessContract extends OversightContract {

  private static Fact signed(long number, long sequence) {
    return new WitnessFact.CheckpointSigned(WitnessFactSamples.checkpoint(number, sequence));
  }

  @Test
  void checkpointsAreReadInOrderAndAfterReopening() throws Exception {
    assertEquals(Optional.empty(), read(reads -> reads.witness().last()));
    append(signed(1, 1), signed(2, 3), signed(3, 4));
    Checkpoint second = WitnessFactSamples.checkpoint(2, 3);
    Checkpoint third = WitnessFactSamples.checkpoint(3, 4);
    assertEquals(Optional.of(third), read(reads -> reads.witness().last()));
    assertEquals(List.of(second, third), read(reads -> reads.witness().above(1, 10)));
    assertEquals(List.of(second), read(reads -> reads.witness().above(1, 1)));
    assertEquals(List.of(), read(reads -> reads.witness().above(3, 10)));
    assertTrue(viewsEqualRebuild(journal));
    journal.close();
    journal = reopen();
    assertEquals(Optional.of(third), read(reads -> reads.witness().last()));
  }

  @Test
  void aCheckpointThatIsNotTheNextIsRefused() throws Exception { // H68
    append(signed(1, 5));
    Outcome<String> refused = new Outcome.Conflict<>(Constraints.CHECKPOINTS_IN_ORDER);
    assertEquals(refused, submitted(signed(1, 6)), "its number again");
    assertEquals(refused, submitted(signed(3, 6)), "a gap");
    assertEquals(refused, submitted(signed(2, 5)), "no later entry");
    append(signed(2, 6));
    assertTrue(viewsEqualRebuild(journal));
  }

  private static byte[] otherSeed() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    return seed;
  }

  @Test
  void theKeyAnnouncedLastHolds() throws Exception {
    assertEquals(Optional.empty(), read(reads -> reads.witness().key()));
    CheckpointKey other = CheckpointKey.of(otherSeed());
    append(new WitnessFact.KeyAnnounced(other.open()));
    append(new WitnessFact.KeyAnnounced(WitnessFactSamples.KEY.open()));
    assertEquals(Optional.of(WitnessFactSamples.KEY.open()), read(reads -> reads.witness().key()));
    assertTrue(viewsEqualRebuild(journal));
  }
}
