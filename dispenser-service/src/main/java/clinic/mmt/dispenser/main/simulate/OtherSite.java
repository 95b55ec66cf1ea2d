package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.site.GuestLetters;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.site.Sealed;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.OrderPackText;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.nio.ByteBuffer;
import java.security.PublicKey;
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

  private static final SiteKey OURS = key(1);

  /** What this site knows of others; its doctors treat, and it doses by orders of others too. */
  static final SiteBook BOOK =
      new SiteBook(HERE, SiteKind.RESIDENTIAL, OURS, Map.of(THERE, open(KEY)));

  /** What the other one knows. */
  private static final SiteBook THEIRS = theirs(KEY);

  /** Its files are another kind's by these names. */
  private static final String ORDERS = "MO1";

  private static final String DOSES = "MD1";

  private OtherSite() {}

  /** Keys are the same in every run; they protect nobody. */
  private static SiteKey key(int number) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    return SiteKey.of(seed);
  }

  private static PublicKey open(SiteKey key) {
    return SiteKey.publicKey(key.publicText()).orElseThrow();
  }

  private static SiteBook theirs(SiteKey key) {
    return new SiteBook(
        THERE, SiteKind.TREATMENT, key, Map.of(HERE, open(OURS), THIRD, open(key(FORGER + 1))));
  }

  /** Chance of one file; it is the same in every run too. */
  private static byte[] chance(int number) {
    return ByteBuffer.allocate(32).putInt(number).array();
  }

  /** An order pack as the other site writes it. */
  static String closed(OrderPackText text) {
    return close(THEIRS, ORDERS, text.write(), text.head());
  }

  /** A dose pack as the other site writes it. */
  static String closed(DosePackText text) {
    return close(THEIRS, DOSES, text.write(), text.head());
  }

  /** An order pack as somebody writes it who is not the other site. */
  static String forged(OrderPackText text) {
    return close(theirs(key(FORGER)), ORDERS, text.write(), text.head());
  }

  private static String close(SiteBook by, String kind, String text, PackHead head) {
    return by.close(kind, text, head.to(), chance(head.number())).text();
  }

  /** A file of which one letter was changed on its way. */
  static String altered(String file) {
    int at = file.indexOf("box: ") + "box: ".length();
    return file.substring(0, at) + (file.charAt(at) == 'A' ? 'B' : 'A') + file.substring(at + 1);
  }

  /** What the other site reads in a dose pack of here. */
  static DosePackText read(String file) {
    return PackFile.read(DOSES, file)
        .flatMap(THEIRS::open)
        .flatMap(DosePackText::read)
        .orElseThrow(() -> new IllegalStateException("the other site can't read the pack"));
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
