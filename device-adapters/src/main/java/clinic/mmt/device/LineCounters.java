package clinic.mmt.device;

/** Counters of one line since the start of the process. */
public record LineCounters(long timeouts, long badFrames, long retries, long reopened) {}
