package clinic.mmt.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.function.Function;

/** The device's end of a line in memory, held by a test: it hears commands and answers in words. */
public final class FarEnd {

  private static final long WITHIN_MILLIS = 5_000;

  public final MemoryLink link = new MemoryLink();
  private final Function<String, Octets> command;
  private final Function<String, Octets> answer;

  /** A far end whose host writes {@code command} and whose device writes {@code answer}. */
  public FarEnd(Function<String, Octets> command, Function<String, Octets> answer) {
    this.command = command;
    this.answer = answer;
  }

  /** The host says exactly this. */
  public FarEnd hears(String text) throws InterruptedException {
    Octets expected = command.apply(text);
    byte[] got = link.written(expected.length(), WITHIN_MILLIS);
    assertEquals(expected.text(), Octets.of(got).text());
    return this;
  }

  /** The device says this. */
  public FarEnd says(String text) {
    return saysOctets(answer.apply(text));
  }

  /** The device says these bytes. */
  public FarEnd saysOctets(Octets bytes) {
    link.say(bytes.toArray());
    return this;
  }

  /** Hears and answers. */
  public FarEnd step(String heard, String said) throws InterruptedException {
    return hears(heard).says(said);
  }

  /** Nothing was written for {@code millis}. */
  public boolean hearsNothing(long millis) throws InterruptedException {
    return link.written(1, millis).length == 0;
  }
}
