package clinic.mmt.sim.token.rdm6300;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A 125 kHz reader: sends a frame about every 65 ms while a card is in the field, takes nothing.
 */
public final class RdmWire implements Wire {

  /** From one frame to the next. */
  static final long REPEAT_NANOS = 65_000_000;

  private static final int BAUD = 9600;

  private final CardReader reader;
  private final CardFormat format;
  private final Outlet outlet;
  private long nextNanos;
  private Optional<String> told = Optional.empty();

  /** A line from this reader. */
  public RdmWire(CardReader reader, CardFormat format, Outlet outlet) {
    this.reader = reader;
    this.format = format;
    this.outlet = outlet;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    outlet.heard(bytes, "ignored: the module only transmits");
  }

  @Override
  public void tick(long realNanos) {
    nextNanos = Math.max(0, nextNanos - realNanos);
    Optional<String> present = reader.card();
    if (present.isEmpty()) {
      told = Optional.empty();
    }
    boolean due = nextNanos == 0 && (format.isRepeating() || !present.equals(told));
    if (due && present.isPresent() && !outlet.isBusy()) {
      nextNanos = REPEAT_NANOS + reader.jitterNanos();
      told = present;
      reader.nextCard().ifPresent(card -> outlet.send(spoilt(frame(card, format)), card));
    }
  }

  private byte[] spoilt(byte[] frame) {
    byte[] bytes = frame;
    if (reader.isLowerCase()) {
      String text = new String(bytes, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
      bytes = text.getBytes(StandardCharsets.US_ASCII);
    }
    return reader.losesStart() ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  /** Ten digits and the exclusive-or of the five bytes, with what the board puts around. */
  static byte[] frame(String card, CardFormat format) {
    int check = 0;
    for (byte next : Hex.parse(card)) {
      check ^= next & 0xFF;
    }
    String text =
        String.format(Locale.ROOT, "%s%s%02X%s", format.start(), card, check, format.end());
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void powerOff() {
    nextNanos = 0;
    told = Optional.empty();
  }

  @Override
  public void powerOn() {
    powerOff();
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
    int last = spoiled.length - format.end().length() - 1;
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
