package clinic.mmt.device.scale.comma;

import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.StreamingScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;

/** A counter scale that pushes {@code ST,GS,…}: CAS, T-Scale, Excell, KERN. It is only heard. */
public final class CommaScale extends StreamingScale<CommaLine> {

  private static final String MODEL = "comma-stream";

  private CommaScale(String name, Link link, Mass resolution, boolean doseVerification) {
    super(
        name,
        link,
        CommaLine.PROTOCOL,
        new Nature(
            MODEL, new ScaleCapabilities(false, true, false, false, false, doseVerification)),
        resolution);
  }

  /**
   * Opens the scale called {@code name}; returns at once.
   *
   * @param resolution holds until the first weight shows the scale's own
   * @param doseVerification whether the clinic has decided that its weights may verify doses
   */
  public static CommaScale open(String name, Link link, Mass resolution, boolean doseVerification) {
    CommaScale scale = new CommaScale(name, link, resolution, doseVerification);
    scale.start();
    return scale;
  }

  @Override
  protected Optional<WeightOrFault> weight(CommaLine message) {
    return switch (message) {
      case CommaLine.Weight weight -> Optional.of(new WeightOrFault.Weight(weight.gross()));
      case CommaLine.Overload overload ->
          Optional.of(new WeightOrFault.Missing(new Fault.Overload("weight")));
      case CommaLine.Other other -> Optional.empty();
    };
  }
}
