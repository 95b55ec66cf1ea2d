package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.journal.Refusal;

/** Why a card opens nothing, with the way on. The codes are outcomes in the journal too. */
public final class CardRefusals {

  private CardRefusals() {}

  /** Lost, or followed by a newer one. */
  public static Refusal revoked() {
    return Refusal.of(
        "card-revoked",
        "",
        "This card was reported lost or has been replaced.",
        "the newest card, or another card; a new one is made at the office");
  }

  /** Made with another key. */
  public static Refusal ofAnotherClinic() {
    return Refusal.of(
        "card-of-another-clinic",
        "",
        "This card is of another clinic.",
        "this clinic's card; a guest is registered at the office first");
  }

  /** The check does not fit. */
  public static Refusal forged() {
    return Refusal.of(
        "card-forged",
        "",
        "This card was not made by this clinic as it is.",
        "scan it again; if it stays so, keep the card, call the pharmacist, and use another card");
  }

  static Refusal unreadable() {
    return Refusal.of(
        "unreadable-code",
        "",
        "The scanner read something that is no card.",
        "hold the card still and flat; if it stays so, check the scanner's settings");
  }

  static Refusal signInFirst() {
    return Refusal.of("sign-in-first", "", "Nobody is signed in at this station.", "sign in");
  }
}
