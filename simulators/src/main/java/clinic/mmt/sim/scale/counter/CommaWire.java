package clinic.mmt.sim.scale.counter;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.ScaleWire;
import clinic.mmt.sim.scale.Weight;

/** Comma streams: it only sends, whatever it hears. */
public final class CommaWire extends ScaleWire {

  private static final long STREAM_NANOS = 100_000_000;

  private final Form form;

  /** Who made it, and the unit it shows. */
  public enum Form {
    /** {@code ST,GS,+00053.12 g}, as Excell, T-Scale and KERN do. */
    GRAMS,
    /** {@code ST,GS,+00000.053kg}. */
    KILOGRAMS,
    /** {@code ST,GS,1@, 0.053 kg}, 22 bytes, as CAS does. */
    CAS,
    /** The same with a comma between device and lamp. */
    CAS_COMMA
  }

  /** A wire of this balance. */
  public CommaWire(Balance balance, Outlet outlet, Form form) {
    super(balance, outlet);
    this.form = form;
    stream(STREAM_NANOS);
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    heard(bytes, "not understood");
  }

  @Override
  protected void sendStreamed() {
    String kind = balance().tare().equals(Mass.ZERO) ? "GS," : "NT,";
    sendLine(
        switch (balance().read()) {
          case Weight.Shown shown -> (shown.stable() ? "ST," : "US,") + kind + weight(shown.net());
          case Weight.Overload overload -> "OL," + kind + weight(Mass.ZERO);
          case Weight.Underload underload -> "OL," + kind + weight(Mass.ZERO);
        });
  }

  private String weight(Mass net) {
    return switch (form) {
      case GRAMS -> sign(net) + zeros(8, grams(magnitude(net))) + " g";
      case KILOGRAMS -> sign(net) + zeros(9, kilograms(magnitude(net))) + "kg";
      case CAS -> "1@," + cas(net);
      case CAS_COMMA -> "1,@," + cas(net);
    };
  }

  private String cas(Mass net) {
    String minus = net.micrograms() < 0 ? "-" : "";
    return "%8s kg".formatted(minus + kilograms(magnitude(net)));
  }

  private static String zeros(int width, String number) {
    return ("%" + width + "s").formatted(number).replace(' ', '0');
  }
}
