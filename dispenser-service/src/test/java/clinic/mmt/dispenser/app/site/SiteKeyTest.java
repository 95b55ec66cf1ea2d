package clinic.mmt.dispenser.app.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sites know each other's texts by their keys. */
class SiteKeyTest {

  private static final SiteName HOME = new SiteName("clinic-a");
  private static final SiteKey KEY =
      SiteKey.of(
          HexFormat.of()
              .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
  private static final SiteBook BOOK =
      new SiteBook(
          new SiteName("clinic-b"),
          SiteKind.TREATMENT,
          SiteKey.of(new byte[32]),
          Map.of(HOME, SiteKey.publicKey(KEY.publicText()).orElseThrow()));

  /** RFC 8032, 7.1, test 1: from the same bytes always the same pair, on every JDK. */
  @Test
  void theKeyIsThatOfItsBytes() {
    byte[] encoded = Base64.getDecoder().decode(KEY.publicText());
    assertEquals(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
  }

  @Test
  void whatASiteWroteIsKnownAndNothingElse() {
    Sealed sealed = KEY.seal("MG1", "họ: Người\n");
    assertEquals(Optional.of(sealed), Sealed.read("MG1", " " + sealed.line() + "\r\n"));
    assertTrue(BOOK.wrote(HOME, sealed));
    assertFalse(BOOK.wrote(HOME, new Sealed("MG1", "họ: Kẻ\n", sealed.signature())), "altered");
    assertFalse(BOOK.wrote(HOME, new Sealed("MG2", sealed.text(), sealed.signature())), "kind");
    assertFalse(BOOK.wrote(HOME, BOOK.key().seal("MG1", sealed.text())), "another key");
    assertFalse(BOOK.wrote(new SiteName("clinic-c"), sealed), "unknown site");
    assertFalse(BOOK.wrote(HOME, new Sealed("MG1", sealed.text(), "%%%")), "no signature");
  }

  @Test
  void whatHasAnotherFormIsNotRead() {
    String line = KEY.seal("MG1", "x").line();
    assertEquals(Optional.empty(), Sealed.read("MG2", line));
    assertEquals(Optional.empty(), Sealed.read("MG1", line + ".x"));
    assertEquals(Optional.empty(), Sealed.read("MG1", "MG1.%%.x"));
    assertEquals(Optional.empty(), SiteKey.publicKey("no key"));
    assertEquals(Optional.empty(), SiteKey.publicKey("AAAA"));
  }
}
