package clinic.mmt.sim.token.rdm6300;

import java.util.Arrays;
import java.util.Optional;

/** What boards make of the same card: all give ten digits and a check. */
public enum CardFormat {
  /** STX and ETX around, again and again while the card is there. */
  RDM6300("rdm6300", "\u0002", "\u0003", true),
  /** As RDM6300, once a presentation. */
  EM_18("em-18", "\u0002", "\u0003", false),
  /** Once a presentation, nothing around the twelve characters. */
  EM_18_BARE("em-18-bare", "", "", false),
  /** CR LF before ETX. */
  ID_12LA("id-12la", "\u0002", "\r\n\u0003", true);

  private final String word;
  private final String start;
  private final String end;
  private final boolean repeating;

  CardFormat(String word, String start, String end, boolean repeating) {
    this.word = word;
    this.start = start;
    this.end = end;
    this.repeating = repeating;
  }

  /** The format with this word in the bench file. */
  public static Optional<CardFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  String start() {
    return start;
  }

  String end() {
    return end;
  }

  boolean isRepeating() {
    return repeating;
  }
}
