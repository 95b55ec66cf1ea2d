package clinic.mmt.sim.pump.ezo;

/**
 * Ways of the wire that the data sheet leaves open.
 *
 * @param caseSensitive whether commands are understood in the spelling of the data sheet only
 * @param mixedWords whether it says *Done and ?I instead of *DONE and ?i
 */
public record EzoSettingsWire(boolean caseSensitive, boolean mixedWords) {}
