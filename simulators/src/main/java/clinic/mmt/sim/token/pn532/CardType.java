package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;

/** Kinds of ISO 14443-A cards, with what they answer to being selected. */
enum CardType {
  /** MIFARE Classic, 1 KiB. */
  CLASSIC_1K("classic", 0x0004, 0x08),
  /** MIFARE Classic, 4 KiB. */
  CLASSIC_4K("4k", 0x0002, 0x18),
  /** NTAG and Ultralight: pages of four bytes, no keys. */
  NTAG("ntag", 0x0044, 0x00),
  /** DESFire and others with ISO 14443-4 above. */
  DESFIRE("desfire", 0x0344, 0x20);

  private static final int[] ANSWER_TO_SELECT = {0x06, 0x75, 0x77, 0x81, 0x02, 0x80};

  private final String word;
  private final int sensRes;
  private final int selRes;

  CardType(String word, int sensRes, int selRes) {
    this.word = word;
    this.sensRes = sensRes;
    this.selRes = selRes;
  }

  /** The word after the number, where it is told. */
  String word() {
    return word;
  }

  /** SENS_RES, two bytes. */
  int sensRes() {
    return sensRes;
  }

  /** SEL_RES, one byte. */
  int selRes() {
    return selRes;
  }

  boolean isClassic() {
    return this == CLASSIC_1K || this == CLASSIC_4K;
  }

  /** How many blocks of 16 bytes it has. */
  int blocks() {
    return this == CLASSIC_4K ? 256 : 64;
  }

  /** The answer to RATS, its length first; empty where the card knows none. */
  Bytes answerToSelect() {
    byte[] bytes = new byte[this == DESFIRE ? ANSWER_TO_SELECT.length : 0];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ANSWER_TO_SELECT[i];
    }
    return Bytes.of(bytes);
  }
}
