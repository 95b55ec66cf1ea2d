package clinic.mmt.device;

import java.util.function.Consumer;

/** A reader of cards; it only ever says which token was presented, once per presentation. */
public interface TokenReader extends Device {

  /** Sets who hears of presented tokens. */
  void onToken(Consumer<Token> listener);
}
