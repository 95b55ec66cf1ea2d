package clinic.mmt.sim.session;

/**
 * What a session was recorded on.
 *
 * @param seed of all chance
 * @param speedPermille of the physics; 1000 = real time
 * @param bench text of the bench file
 */
public record SessionHeader(long seed, long speedPermille, String bench) {}
