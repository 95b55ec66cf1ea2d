package clinic.mmt.device.pump.newera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.StxFraming;
import clinic.mmt.device.link.MemoryLink;

/** The far end of a pump's line, step by step: what it hears, what it says. */
final class PumpFarEnd {

  private static final long MILLIS_MAX = 5_000;

  final MemoryLink link = new MemoryLink();

  /** The next frame from the host is {@code text} in safe framing. */
  PumpFarEnd hears(String text) throws InterruptedException {
    Octets expected = StxFraming.counted(Octets.ascii(text));
    Octets written = Octets.of(link.written(expected.length(), MILLIS_MAX));
    assertEquals(expected.hex(), written.hex(), "expected " + text + ", was " + written.text());
    return this;
  }

  /** Answers in safe framing. */
  PumpFarEnd says(String text) {
    link.say(StxFraming.counted(Octets.ascii(text)).toArray());
    return this;
  }

  /** Answers in basic framing. */
  PumpFarEnd saysPlain(String text) {
    link.say(StxFraming.plain(Octets.ascii(text)).toArray());
    return this;
  }

  /** Says bytes as they are. */
  PumpFarEnd saysHex(String hex) {
    link.say(Octets.fromHex(hex).toArray());
    return this;
  }

  /** Hears and answers. */
  PumpFarEnd step(String heard, String said) throws InterruptedException {
    return hears(heard).says(said);
  }

  /** Nothing was written for {@code millis}. */
  boolean hearsNothing(long millis) throws InterruptedException {
    return link.written(1, millis).length == 0;
  }

  /** The way into safe mode with a watchdog that is not fed during a test. */
  PumpFarEnd entersSafeMode(int watchdog) throws InterruptedException {
    return step("0SAF" + watchdog, "00S").step("0", "00S");
  }

  /** A whole preparation with 20 mL/min. */
  PumpFarEnd isPrepared(int watchdog) throws InterruptedException {
    return entersSafeMode(watchdog)
        .step("0", "00S")
        .step("0VER", "00SNE1000V3.928")
        .step("0DIS", "00SI0.000W0.000ML")
        .step("0PF0", "00S")
        .step("0PF", "00S0")
        .step("0DIRINF", "00S")
        .step("0DIR", "00SINF")
        .step("0RAT20MM", "00S")
        .step("0RAT", "00S20.00MM")
        .step("0CLDINF", "00S")
        .step("0DIS", "00SI0.000W0.000ML");
  }

  /** Arms 8.5 mL. */
  PumpFarEnd isArmed() throws InterruptedException {
    return step("0VOLML", "00S").step("0VOL8.5", "00S").step("0VOL", "00S8.500ML");
  }
}
