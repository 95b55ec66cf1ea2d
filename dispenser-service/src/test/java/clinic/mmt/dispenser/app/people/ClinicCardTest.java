package clinic.mmt.dispenser.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clinic knows its own cards; nobody else can write one. */
class ClinicCardTest {

  private static final CardKey OURS = key(1);
  private static final CardKey THEIRS = key(2);

  private static CardKey key(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return CardKey.of(bytes);
  }

  @Test
  void aCardIsReadAsItWasMade() {
    ClinicCard card = OURS.make(3);
    assertTrue(card.text().matches("MC1\\.[A-Z2-7]{26}\\.3\\.[A-Z2-7]{8}"), card.text());
    assertEquals(Optional.of(card), ClinicCard.parse(card.text()));
    assertTrue(OURS.isMarked(card) && OURS.isGenuine(card));
    assertEquals("card 3", card.toString(), "printed by accident it says nothing");
  }

  @Test
  void everyAlteredLetterIsFound() {
    String text = OURS.make(1).text();
    int found = 0;
    for (int i = "MC1.".length(); i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String altered = text.substring(0, i) + other + text.substring(i + 1);
      assertFalse(
          ClinicCard.parse(altered).filter(OURS::isMarked).filter(OURS::isGenuine).isPresent(),
          "letter " + i);
      found++;
    }
    assertEquals(41 - 4, found);
  }

  @Test
  void anotherNumberOnTheSameTokenIsForged() {
    ClinicCard lost = OURS.make(1);
    ClinicCard raised = new ClinicCard(lost.token(), 2, lost.check());
    assertTrue(OURS.isGenuine(lost), "control");
    assertFalse(OURS.isGenuine(raised));
  }

  @Test
  void aCardOfAnotherClinicIsToldByItsMark() {
    ClinicCard theirs = THEIRS.make(1);
    assertFalse(OURS.isMarked(theirs));
    assertFalse(OURS.isGenuine(theirs));
    ClinicCard pretends =
        new ClinicCard(
            OURS.make(1).token().substring(0, ClinicCard.MARK_LETTERS)
                + theirs.token().substring(ClinicCard.MARK_LETTERS),
            1,
            theirs.check());
    assertTrue(OURS.isMarked(pretends), "anybody can write the mark");
    assertFalse(OURS.isGenuine(pretends));
  }

  @Test
  void noTwoCardsAreAlike() {
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(OURS.make(1).token());
    }
    assertEquals(1000, tokens.size());
  }

  @Test
  void theCheckIsTheTruncatedKeyedHashOfTheRest() {
    // HMAC-SHA256 with 32 bytes 01, first 40 bits, base32 of RFC 4648.
    ClinicCard card = new ClinicCard("A".repeat(26), 1, "");
    ClinicCard checked = new ClinicCard(card.token(), 1, "TYYKFUBW");
    assertTrue(OURS.isGenuine(checked));
    assertNotEquals(card.check(), checked.check());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MC1.",
        "MC1.A.1.B",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAAA.0.AAAAAAAA",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAAA.01.AAAAAAAA",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAAA.9999999.AAAAAAAA",
        "MC1.aaaaaaaaaaaaaaaaaaaaaaaaaa.1.AAAAAAAA",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAA1.1.AAAAAAAA",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAAA.1.AAAAAAAA ",
        "MC1.AAAAAAAAAAAAAAAAAAAAAAAAAA.1.AAAAAAA"
      })
  void aTextOfAnotherFormIsNoCard(String text) {
    assertTrue(ClinicCard.isClaimedBy(text));
    assertEquals(Optional.empty(), ClinicCard.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mc1.", "000099000001|", "3C00CE754C", "https://example.org/"})
  void otherCodesDoNotClaimToBeOne(String text) {
    assertFalse(ClinicCard.isClaimedBy(text));
  }
}
