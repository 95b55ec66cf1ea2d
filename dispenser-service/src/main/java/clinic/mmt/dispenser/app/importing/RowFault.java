package clinic.mmt.dispenser.app.importing;

/**
 * Why a line can't be taken in, and what to do. Says nothing of what stands there: reports are
 * copied into mails.
 *
 * @param line of the file, from 1
 * @param column its name; empty: the whole line
 * @param english what and what to do
 * @param vietnamese the same
 */
public record RowFault(int line, String column, String english, String vietnamese) {}
