package clinic.mmt.dispenser.domain.profile;

/**
 * A rule value that a doctor and the head have signed, exactly as it was written then: a later
 * change of the text is not signed.
 *
 * @param profile name of the profile
 * @param key of the value
 * @param text as it was signed, with its unit
 * @param by who and when
 */
public record SignedValue(String profile, String key, String text, Signers by) {}
