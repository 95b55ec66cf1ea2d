package clinic.mmt.device.token.rdm6300;

import clinic.mmt.device.Token;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.BareCardFraming;
import clinic.mmt.device.frame.CardFraming;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/** A card was read once; the reader repeats this while the card lies there. */
record CardRead(Token token) implements Message {

  /** The protocol with start and end: the module only speaks. */
  static final Protocol<CardRead> FRAMED = new Cards(CardFraming.idle());

  /** The protocol of boards that send the digits alone. */
  static final Protocol<CardRead> BARE = new Cards(BareCardFraming.idle());

  private record Cards(Scan.Open idle) implements Protocol<CardRead> {
    @Override
    public Optional<CardRead> decode(Scan.Frame frame) {
      return Optional.of(new CardRead(new Token(frame.content().text())));
    }

    @Override
    public boolean confidential() {
      return true;
    }
  }

  @Override
  public String meaning() {
    return "card";
  }

  @Override
  public boolean confidential() {
    return true;
  }
}
