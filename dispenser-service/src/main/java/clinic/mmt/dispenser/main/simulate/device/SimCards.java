package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import java.util.function.Consumer;

/** A driver at the level of messages for a reader of cards. */
public final class SimCards extends SimDevice implements TokenReader {

  private Consumer<Token> listener = t -> {};

  /** The driver of one process. */
  public SimCards(VirtualTime time, Life life, Plug plug) {
    super(time, life, plug, "sim-cards");
  }

  @Override
  public void onToken(Consumer<Token> to) {
    listener = to;
  }

  /** Somebody holds a card before it. */
  public void present(String card) {
    time.after(life, 30 * MILLI, () -> listener.accept(new Token(card)));
  }
}
