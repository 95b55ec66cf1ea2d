package clinic.mmt.sim.token.rdm6300;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** RDM6300: sends a frame about every 65 ms while a card is in the field, takes nothing. */
public final class RdmWire implements Wire {

  /** From one frame to the next. */
  static final long REPEAT_NANOS = 65_000_000;

  private static final int BAUD = 9600;
  private static final char STX = 0x02;
  private static final char ETX = 0x03;

  private final CardReader reader;
  private final Outlet outlet;
  private long sinceLastNanos = REPEAT_NANOS;

  /** A line from this reader. */
  public RdmWire(CardReader reader, Outlet outlet) {
    this.reader = reader;
    this.outlet = outlet;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    outlet.heard(bytes, "ignored: the module only transmits");
  }

  @Override
  public void tick(long realNanos) {
    sinceLastNanos = Math.min(REPEAT_NANOS, sinceLastNanos + realNanos);
    if (sinceLastNanos >= REPEAT_NANOS && reader.isCardInField() && !outlet.isBusy()) {
      sinceLastNanos = 0;
      reader.nextCard().ifPresent(card -> outlet.send(frame(card), card));
    }
  }

  /** STX, ten digits, the exclusive-or of the five bytes, ETX. */
  static byte[] frame(String card) {
    int check = 0;
    for (byte next : Hex.parse(card)) {
      check ^= next & 0xFF;
    }
    String text = String.format(Locale.ROOT, "%c%s%02X%c", STX, card, check, ETX);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void powerOff() {
    sinceLastNanos = REPEAT_NANOS;
  }

  @Override
  public void powerOn() {
    sinceLastNanos = REPEAT_NANOS;
  }

  @Override
  public void swap() {
    powerOff();
  }

  @Override
  public int baud() {
    return BAUD;
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    int last = spoiled.length - 2;
    int digit = Character.digit(spoiled[last], 16) ^ 1;
    spoiled[last] = (byte) Character.toUpperCase(Character.forDigit(digit, 16));
    return spoiled;
  }

  /** EM4100 frames have no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
