package clinic.mmt.dispenser.app.people;

/** What came of making a card. */
public sealed interface IssuedCard {

  /** The card; it is not kept, only how to know it again. */
  record Made(ClinicCard card) implements IssuedCard {}

  /** Nobody of that name is registered. */
  record NoSuchPerson() implements IssuedCard {}

  /** Not made: why, and what to do. */
  record Failed(String why) implements IssuedCard {}
}
