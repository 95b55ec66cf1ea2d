package clinic.mmt.sim.scale.cas;

/**
 * What the manuals leave open.
 *
 * @param unit two characters, {@code kg}, {@code Kg} or {@code KG}
 * @param silentAtUnrest whether ENQ is refused while the weight moves, or the frame says U
 * @param refusesOverload whether ENQ is refused at overload, or the frame says F
 */
public record CasSettingsWire(String unit, boolean silentAtUnrest, boolean refusesOverload) {}
