package clinic.mmt.device.token.pn532;

import clinic.mmt.device.Token;
import clinic.mmt.device.frame.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A card of ISO 14443-A in the field, as InListPassiveTarget tells it.
 *
 * @param number the chip's own, 1 or 2
 * @param sensRes 2 bytes
 * @param selRes 1 byte; bit 20 = ISO 14443-4
 * @param id 4, 7 or 10 bytes
 * @param ats answer to select with its length byte; empty without ISO 14443-4
 */
record Target(int number, int sensRes, int selRes, Octets id, Octets ats) {

  private static final int TARGETS_MAX = 2;
  private static final int HEAD = 5;
  private static final int ISO_14443_4 = 0x20;

  /** First byte of a four-byte number that a card makes up anew each time (ISO 14443-3). */
  private static final int RANDOM = 0x08;

  /** Reads the whole data of the answer; empty when it is no list of targets. */
  static Optional<List<Target>> list(Octets data) {
    if (data.length() < 1 || data.at(0) > TARGETS_MAX) {
      return Optional.empty();
    }
    List<Target> targets = new ArrayList<>();
    Octets rest = data.from(1);
    for (int i = 1; i <= data.at(0); i++) {
      Optional<Target> target = one(rest, i);
      if (target.isEmpty()) {
        return Optional.empty();
      }
      targets.add(target.get());
      rest = rest.from(target.get().length());
    }
    return rest.length() == 0 ? Optional.of(targets) : Optional.empty();
  }

  private static Optional<Target> one(Octets bytes, int number) {
    if (bytes.length() < HEAD || bytes.at(0) != number) {
      return Optional.empty();
    }
    int idLength = bytes.at(4);
    boolean known = idLength == 4 || idLength == 7 || idLength == 10;
    if (!known || bytes.length() < HEAD + idLength) {
      return Optional.empty();
    }
    Octets rest = bytes.from(HEAD + idLength);
    boolean select = (bytes.at(3) & ISO_14443_4) != 0 && rest.length() > 0;
    if (select && (rest.at(0) == 0 || rest.length() < rest.at(0))) {
      return Optional.empty();
    }
    Octets ats = select ? rest.slice(0, rest.at(0)) : Octets.NONE;
    Octets id = bytes.slice(HEAD, HEAD + idLength);
    return Optional.of(new Target(number, bytes.u16(1), bytes.at(3), id, ats));
  }

  private int length() {
    return HEAD + id.length() + ats.length();
  }

  /** Whether the number is another one each time: phones, and cards set up like that. */
  boolean isRandom() {
    return id.length() == 4 && id.at(0) == RANDOM;
  }

  /** The number in upper-case hex. */
  Token token() {
    return new Token(id.hex().replace(" ", "").toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "•••";
  }
}
