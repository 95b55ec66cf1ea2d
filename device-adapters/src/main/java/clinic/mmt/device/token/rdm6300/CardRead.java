package clinic.mmt.device.token.rdm6300;

import clinic.mmt.device.Token;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.CardFraming;
import clinic.mmt.device.frame.Scan;
import java.util.Optional;

/** A card was read once; the reader repeats this while the card lies there. */
record CardRead(Token token) implements Message {

  /** The protocol: the module only speaks. */
  static final Protocol<CardRead> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return CardFraming.idle();
        }

        @Override
        public Optional<CardRead> decode(Scan.Frame frame) {
          return Optional.of(new CardRead(new Token(frame.content().text())));
        }

        @Override
        public boolean confidential() {
          return true;
        }
      };

  @Override
  public String meaning() {
    return "card";
  }

  @Override
  public boolean confidential() {
    return true;
  }
}
