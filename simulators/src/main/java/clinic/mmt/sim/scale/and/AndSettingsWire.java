package clinic.mmt.sim.scale.and;

/**
 * How the balance's menu is set.
 *
 * @param streams whether it sends all the time; else only when asked
 * @param acknowledges erCd 1: commands are answered with ACK or an error code; else with nothing
 * @param ackWithLineEnd whether CR LF follows the ACK
 */
public record AndSettingsWire(boolean streams, boolean acknowledges, boolean ackWithLineEnd) {}
