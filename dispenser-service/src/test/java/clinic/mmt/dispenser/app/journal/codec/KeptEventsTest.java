package clinic.mmt.dispenser.app.journal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.dispense.WeighingFacts;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept beside the ledger reads back as it was (H52). */
class KeptEventsTest {

  private static final DoseId DOSE = new DoseId("v-1");

  @Test
  void whatDevicesMeasuredComesBackAsItWas() { // H52
    Volume volume = Volume.ofMicrolitres(8500);
    for (DoseEvent event :
        List.of(
            new DoseEvent.PumpFinished(Facts.MORNING, volume),
            new DoseEvent.PumpStands(Facts.MORNING, volume),
            new DoseEvent.StopAsked(Facts.MORNING, Optional.of(Facts.NURSE), "STOP pressed"),
            new DoseEvent.StopAsked(Facts.MORNING, Optional.empty(), "cup removed"),
            new DoseEvent.Weighed(
                Facts.MORNING,
                new Weighing(Mass.ofMicrograms(8_925_001), volume, true),
                new WeighingFacts(Facts.STRENGTH, true, false, Volume.ofMicrolitres(50))))) {
      Bytes body = KeptEvents.body(DOSE, event).orElseThrow();
      assertTrue(body.length() < 900, "a slot of the emergency file takes it");
      assertEquals(Optional.of(new KeptEvents.Of(DOSE, event)), KeptEvents.read(body));
    }
  }

  @Test
  void whatCanBeAskedAgainIsNotKeptAndStrangeBytesAreNoEvent() {
    assertEquals(
        Optional.empty(), KeptEvents.body(DOSE, new DoseEvent.StartHandedOver(Facts.MORNING)));
    assertEquals(Optional.empty(), KeptEvents.read(Bytes.utf8("{\"dose\":1}")));
    assertEquals(Optional.empty(), KeptEvents.read(Bytes.utf8("no JSON")));
  }
}
