package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.domain.site.GuestLetterText.Named;
import java.text.Normalizer;
import java.util.Locale;

/** Whether two writings are of the same name and year of birth. */
public final class SamePerson {

  private SamePerson() {}

  /** Whatever their case and spaces, and however a letter's marks are stored. */
  public static boolean are(Named one, Named other) {
    return one.birthYear() == other.birthYear() && plain(one).equals(plain(other));
  }

  private static String plain(Named name) {
    return Normalizer.normalize(name.family() + " " + name.given(), Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
