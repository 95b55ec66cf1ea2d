package clinic.mmt.device;

/**
 * Limits of one 1:1 verification; these are never scaled by a demo's speed.
 *
 * @param attempts captures that may be compared, at least 1
 * @param withinMillis the whole verification ends after this many milliseconds
 */
public record VerifyLimits(int attempts, long withinMillis) {}
