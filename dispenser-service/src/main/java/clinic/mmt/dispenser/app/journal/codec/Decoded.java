package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;

/** What stored bytes turned out to be. */
public sealed interface Decoded {

  /** A fact. */
  record Known(Fact fact) implements Decoded {}

  /** Not a fact this program can read; {@code why} names members, never their values. */
  record Malformed(String why) implements Decoded {}
}
