package clinic.mmt.device.scale.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;

/** The far end of a scale's line, played by hand. */
public record FarScale(MemoryLink link) {

  private static final long WITHIN_MILLIS = 5_000;

  /** The driver writes exactly this. */
  public void hears(Octets command) throws InterruptedException {
    byte[] heard = link.written(command.length(), WITHIN_MILLIS);
    assertEquals(command.hex(), Octets.of(heard).hex());
  }

  /** The scale says this. */
  public void says(Octets bytes) {
    link.say(bytes.toArray());
  }

  /** One goes after the other. */
  public void step(Octets command, Octets answer) throws InterruptedException {
    hears(command);
    says(answer);
  }
}
