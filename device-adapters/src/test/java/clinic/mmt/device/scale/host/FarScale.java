package clinic.mmt.device.scale.host;

import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.quantity.Mass;

/** The far end of a scale's line, played by hand. */
public record FarScale(MemoryLink link) {

  private static final long WITHIN_MILLIS = 5_000;

  /** A question and its answer. */
  public record Turn(Octets question, Octets answer) {
    /** Of two lines that end with CR LF. */
    public static Turn ofLines(String question, String answer) {
      return new Turn(line(question), line(answer));
    }
  }

  /** A line as most balances speak. */
  public static Octets line(String text) {
    return Octets.ascii(text + "\r\n");
  }

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

  private void step(Turn turn) throws InterruptedException {
    step(turn.question(), turn.answer());
  }

  /** The cup of 12 g, which {@code cup} tells, is taken off 20.5 g, which {@code full} tells. */
  public void theCupIsTakenOffByTheHost(Scale scale, Turn cup, Turn full)
      throws InterruptedException {
    Reply<Answer<ScaleReading>> reading = new Reply<>();
    scale.tare(reading);
    step(cup);
    value(reading);
    scale.read(reading);
    step(full);
    assertEquals(Mass.ofMilligrams(8_500), value(reading).net());
  }
}
