package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;

/**
 * What came of an exchange with a card.
 *
 * @param status 00 done, 01 time-out, 14 not authenticated, 27 wrong context, 2B card gone
 * @param data what the card said
 */
record Exchange(int status, Bytes data) {

  static final int DONE = 0x00;
  static final int TIMED_OUT = 0x01;
  static final int NOT_AUTHENTICATED = 0x14;
  static final int WRONG_CONTEXT = 0x27;
  static final int CARD_GONE = 0x2B;

  static Exchange of(int status) {
    return new Exchange(status, Bytes.of());
  }
}
