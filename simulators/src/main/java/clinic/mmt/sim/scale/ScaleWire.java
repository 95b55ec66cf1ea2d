package clinic.mmt.sim.scale;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the wires of scales have in common: waiting for rest, streams, numbers. */
public abstract class ScaleWire implements Wire {

  private static final int GRAM_EXPONENT = 6;
  private static final int KILOGRAM_EXPONENT = 9;

  private final Balance balance;
  private final Outlet outlet;
  private @Nullable Wish wish;
  private long waitedNanos;
  private long streamNanos;
  private long sinceStreamedNanos;

  /**
   * What is done at rest.
   *
   * @param nanosMost how long rest is waited for
   * @param done at rest, or at once when no weight can be shown at all
   * @param late when there was no rest in time
   */
  public record Wish(long nanosMost, Runnable done, Runnable late) {}

  /** A wire of this balance. */
  protected ScaleWire(Balance balance, Outlet outlet) {
    this.balance = balance;
    this.outlet = outlet;
  }

  /** The balance. */
  protected final Balance balance() {
    return balance;
  }

  /** Notes what the host said. */
  protected final void heard(byte[] frame, String meaning) {
    outlet.heard(frame, meaning);
  }

  /** Sends text of one byte a character. */
  protected final void send(String text) {
    outlet.send(text.getBytes(StandardCharsets.ISO_8859_1), text.strip().replaceAll(" +", " "));
  }

  /** Sends text and CR LF. */
  protected final void sendLine(String text) {
    send(text + "\r\n");
  }

  /** Waits for rest; an older wish is given up without a word. */
  protected final void whenStable(Wish wanted) {
    wish = wanted;
    waitedNanos = 0;
    lookForRest();
  }

  /** Whether something waits for rest. */
  protected final boolean isWaiting() {
    return wish != null;
  }

  /** Gives the waiting up. */
  protected final void cancelWish() {
    wish = null;
  }

  /** Sends a weight so often from now on; 0 ends it. */
  protected final void stream(long everyNanos) {
    streamNanos = everyNanos;
    sinceStreamedNanos = 0;
  }

  /** What a stream sends. */
  protected abstract void sendStreamed();

  @Override
  public void tick(long realNanos) {
    if (wish != null) {
      waitedNanos += realNanos;
      lookForRest();
    }
    if (streamNanos > 0) {
      sinceStreamedNanos += realNanos;
      if (sinceStreamedNanos >= streamNanos) {
        sinceStreamedNanos = 0;
        sendStreamed();
      }
    }
  }

  private void lookForRest() {
    Wish waiting = wish;
    if (waiting == null) {
      return;
    }
    if (balance.isStable() || !(balance.read() instanceof Weight.Shown)) {
      wish = null;
      waiting.done().run();
    } else if (waitedNanos >= waiting.nanosMost()) {
      wish = null;
      waiting.late().run();
    }
  }

  /** Grams with the balance's decimals. */
  protected final String grams(Mass mass) {
    return decimal(mass, GRAM_EXPONENT, balance.model().decimals());
  }

  /** Kilograms with the balance's decimals. */
  protected final String kilograms(Mass mass) {
    return decimal(mass, KILOGRAM_EXPONENT, kilogramDecimals());
  }

  /** Decimals of a weight in kilograms. */
  protected final int kilogramDecimals() {
    int decimals = KILOGRAM_EXPONENT - GRAM_EXPONENT;
    return decimals + balance.model().decimals();
  }

  private static String decimal(Mass mass, int exponent, int decimals) {
    return BigDecimal.valueOf(mass.micrograms(), exponent)
        .setScale(decimals, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** The mass without its sign. */
  protected static Mass magnitude(Mass mass) {
    return new Mass(Math.abs(mass.micrograms()));
  }

  /** {@code -} or {@code +}, zero being neither's own and shown as {@code +}. */
  protected static String sign(Mass mass) {
    return mass.micrograms() < 0 ? "-" : "+";
  }

  @Override
  public void powerOff() {
    cancelWish();
  }

  @Override
  public void powerOn() {}

  @Override
  public void swap() {
    powerOff();
  }

  @Override
  public int baud() {
    return 9600;
  }

  /** There is no check: one byte is hit instead. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length / 2] ^= 0x40;
    return spoiled;
  }

  /** There is no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
