package clinic.mmt.sim.scale.sartorius;

/**
 * How the balance's menu is set.
 *
 * @param chars 22 or 16 characters of a print
 * @param printsAtRest whether a print waits for rest; else it comes at once, without unit if need
 *     be
 * @param tellsGross whether a print without a tare begins with G; else always with N
 */
public record SbiSettingsWire(int chars, boolean printsAtRest, boolean tellsGross) {}
