package clinic.mmt.device;

/**
 * One frame on the wire, for diagnosis.
 *
 * @param atNanos monotonic time
 * @param toDevice true when we wrote it
 * @param hex the bytes
 * @param meaning the driver's words for it; never a template, name or card number
 */
public record FrameRecord(long atNanos, boolean toDevice, String hex, String meaning) {}
