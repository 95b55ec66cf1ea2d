package clinic.mmt.dispenser.app.people;

/**
 * What a card is looked up by: of a citizen card and a health insurance card the number, since the
 * rest of their text changes when the card is made anew; of any other card what it says.
 */
public final class CardToken {

  private CardToken() {}

  /** For a scanned text. */
  public static String of(String text) {
    if (CitizenCard.isClaimedBy(text)
        && CitizenCard.read(text) instanceof CitizenCard.Read.Card(CitizenCard card)) {
      return card.token();
    }
    return InsuranceCard.read(text).map(InsuranceCard::token).orElse(text);
  }
}
