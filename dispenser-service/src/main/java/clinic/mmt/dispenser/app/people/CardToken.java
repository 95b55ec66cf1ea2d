package clinic.mmt.dispenser.app.people;

import java.util.Optional;

/**
 * What a card is looked up by: of a citizen card and a health insurance card the number, since the
 * rest of their text changes when the card is made anew; of any other card what it says.
 */
public final class CardToken {

  private CardToken() {}

  /** For a scanned text. */
  public static String of(String text) {
    return ofState(text).orElse(text);
  }

  /** Of a card of the state's; empty for any other. */
  public static Optional<String> ofState(String text) {
    if (CitizenCard.isClaimedBy(text)
        && CitizenCard.read(text) instanceof CitizenCard.Read.Card(CitizenCard card)) {
      return Optional.of(card.token());
    }
    return InsuranceCard.read(text).map(InsuranceCard::token);
  }
}
