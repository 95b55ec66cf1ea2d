package clinic.mmt.sim.scale.cas;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.ScaleWire;
import clinic.mmt.sim.scale.Weight;
import java.nio.charset.StandardCharsets;

/**
 * The line of a CAS scale in ECR mode. The host says ENQ; ACK means that a weight may be asked for,
 * NAK that none may. DC1 right after an ACK is answered by one frame, DC1 without it by NAK. Other
 * bytes are passed over; DC1 does not count after them.
 */
public final class CasEcrWire extends ScaleWire {

  private static final int ENQ = 0x05;
  private static final int DC1 = 0x11;
  private static final String ACK = "\u0006";
  private static final String NAK = "\u0015";
  private static final String HEAD = "\u0001\u0002";
  private static final String TAIL = "\u0003\u0004";
  private static final int CHARACTERS = 6;

  /** Of the fifteen bytes, the check. */
  private static final int BCC = 12;

  private final CasSettingsWire settings;
  private boolean acknowledged;

  /** A wire of this balance. */
  public CasEcrWire(Balance balance, Outlet outlet, CasSettingsWire settings) {
    super(balance, outlet);
    this.settings = settings;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      boolean wasAcknowledged = acknowledged;
      acknowledged = false;
      switch (next) {
        case ENQ -> {
          heard(new byte[] {next}, "ENQ");
          acknowledged = isReady();
          send(acknowledged ? ACK : NAK);
        }
        case DC1 -> {
          heard(new byte[] {next}, "DC1");
          send(wasAcknowledged ? frame() : NAK);
        }
        default -> heard(new byte[] {next}, "not understood");
      }
    }
  }

  private boolean isReady() {
    return switch (balance().read()) {
      case Weight.Shown shown -> shown.stable() || !settings.silentAtUnrest();
      case Weight.Overload overload -> !settings.refusesOverload();
      case Weight.Underload underload -> !settings.refusesOverload();
    };
  }

  private String frame() {
    String content =
        switch (balance().read()) {
          case Weight.Shown shown ->
              (shown.stable() ? "S" : "U")
                  + (shown.net().micrograms() < 0 ? "-" : " ")
                  + number(magnitude(shown.net()));
          case Weight.Overload overload -> "SF" + number(Mass.ZERO);
          case Weight.Underload underload -> "SF" + number(Mass.ZERO);
        };
    String told = content + settings.unit();
    return HEAD + told + (char) check(told) + TAIL;
  }

  /** Two digits of kilograms, point and three decimals. */
  private String number(Mass mass) {
    return ("%" + CHARACTERS + "s").formatted(kilograms(mass)).replace(' ', '0');
  }

  private static int check(String told) {
    int xor = 0;
    for (byte each : told.getBytes(StandardCharsets.ISO_8859_1)) {
      xor ^= each;
    }
    return xor;
  }

  /** It says nothing by itself. */
  @Override
  protected void sendStreamed() {}

  @Override
  public void powerOff() {
    super.powerOff();
    acknowledged = false;
  }

  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length > BCC ? BCC : 0] ^= 0x01;
    return spoiled;
  }
}
