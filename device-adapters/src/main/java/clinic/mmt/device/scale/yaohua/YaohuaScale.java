package clinic.mmt.device.scale.yaohua;

import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleCapabilities;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.host.StreamingScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * A Yaohua XK3190 indicator, only heard. Its weights never verify a dose: none is called stable.
 */
public final class YaohuaScale extends StreamingScale<YaohuaFrame> {

  private static final Nature NATURE =
      new Nature("yaohua", new ScaleCapabilities(true, false, false, false, false, false));

  private YaohuaScale(String name, Link link, Mass resolution, boolean reversed) {
    super(name, link, YaohuaFrame.protocol(reversed), NATURE, resolution);
  }

  /**
   * Opens the indicator called {@code name}; returns at once.
   *
   * @param resolution holds until the first weight shows the indicator's own
   * @param reversed whether frames without check have their last digit first
   */
  public static YaohuaScale open(String name, Link link, Mass resolution, boolean reversed) {
    YaohuaScale scale = new YaohuaScale(name, link, resolution, reversed);
    scale.start();
    return scale;
  }

  @Override
  protected Optional<WeightOrFault> weight(YaohuaFrame message) {
    return switch (message) {
      case YaohuaFrame.Weight weight -> Optional.of(new WeightOrFault.Weight(weight.gross()));
      case YaohuaFrame.Overload overload ->
          Optional.of(new WeightOrFault.Missing(new Fault.Overload("weight")));
    };
  }
}
