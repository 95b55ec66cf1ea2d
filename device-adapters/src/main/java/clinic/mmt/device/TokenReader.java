package clinic.mmt.device;

import java.util.function.Consumer;

/** A reader of cards or codes; it only ever says what was presented, once per presentation. */
public interface TokenReader extends Device {

  /** Sets who hears of presented tokens. */
  void onToken(Consumer<Token> listener);

  /** Sets who hears of something that was read and can't be used; readers of cards say nothing. */
  default void onUnreadable(Consumer<Fault> listener) {}
}
