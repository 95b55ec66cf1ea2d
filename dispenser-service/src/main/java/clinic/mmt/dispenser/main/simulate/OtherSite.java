package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.site.GuestLetters;
import clinic.mmt.dispenser.app.site.Sealed;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.Arrays;
import java.util.Map;

/** Another site, which writes guest letters and receives patients of here. */
final class OtherSite {

  /** This site, as its journal calls it. */
  static final SiteName HERE = new SiteName("simulated");

  /** The other one. */
  static final SiteName THERE = new SiteName("elsewhere");

  /** A third one, which nobody here has to do with. */
  static final SiteName THIRD = new SiteName("third");

  /** Whose key nobody here knows. */
  private static final int FORGER = 3;

  private static final SiteKey KEY = key(2);

  /** What this site knows of others. */
  static final SiteBook BOOK =
      new SiteBook(
          HERE,
          SiteKind.TREATMENT,
          key(1),
          Map.of(THERE, SiteKey.publicKey(KEY.publicText()).orElseThrow()));

  private OtherSite() {}

  /** Keys are the same in every run; they protect nobody. */
  private static SiteKey key(int number) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return SiteKey.of(seed);
  }

  /** A letter as the other site prints it. */
  static String sealed(GuestLetterText text) {
    return KEY.seal(GuestLetters.KIND, text.write()).line();
  }

  /** A letter as somebody prints it who is not the other site. */
  static String forged(GuestLetterText text) {
    return key(FORGER).seal(GuestLetters.KIND, text.write()).line();
  }

  /** A text that the other site did not write, under the signature of one that it wrote. */
  static String altered(GuestLetterText text, GuestLetterText written) {
    return new Sealed(
            GuestLetters.KIND,
            text.write(),
            KEY.seal(GuestLetters.KIND, written.write()).signature())
        .line();
  }
}
