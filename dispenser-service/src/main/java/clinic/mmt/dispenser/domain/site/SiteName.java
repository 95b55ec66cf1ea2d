package clinic.mmt.dispenser.domain.site;

/**
 * A site's name: the id of its clinic in its configuration.
 *
 * @param value 1 to 32 of a-z, 0-9 and -
 */
public record SiteName(String value) {

  /** Refuses any other text. */
  public SiteName {
    if (!isName(value)) {
      throw new IllegalArgumentException("a site is named by 1 to 32 of a-z, 0-9 and -");
    }
  }

  /** Whether a text can be the name of a site. */
  public static boolean isName(String text) {
    return text.matches("[a-z0-9-]{1,32}");
  }
}
