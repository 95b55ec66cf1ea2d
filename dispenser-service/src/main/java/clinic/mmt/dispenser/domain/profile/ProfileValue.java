package clinic.mmt.dispenser.domain.profile;

/**
 * One value of a profile as people read and sign it.
 *
 * @param key its name in the file
 * @param rule id of the rule it belongs to
 * @param text the value as written, with its unit; a table row by row
 * @param source where it comes from
 * @param confidence {@code V} read in the source, {@code V-old} in one since replaced, {@code
 *     M-hi}, {@code M-med}, {@code M-lo} not confirmed, {@code P} a proposal of this project
 * @param confirmed whether the file says that a clinician confirmed it
 */
public record ProfileValue(
    String key, String rule, String text, String source, String confidence, boolean confirmed) {}
