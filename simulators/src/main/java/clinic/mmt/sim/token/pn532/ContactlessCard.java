package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An ISO 14443-A card: its number, and memory that can be read and written. */
public final class ContactlessCard {

  /** How a card is written: 4 or 7 bytes of number, and its kind where it is not the usual one. */
  private static final String TEXT =
      "(?:[0-9A-F]{8}(?::(?:CLASSIC|4K))?|[0-9A-F]{14}(?::(?:NTAG|DESFIRE))?)";

  private static final int BLOCK_BYTES = 16;
  private static final int PAGE_BYTES = 4;
  private static final int PAGES = 45;
  private static final int SECTOR_BLOCKS = 4;
  private static final int BIG_SECTORS_FROM = 128;
  private static final String WORKS_KEYS = "FFFFFFFFFFFFFF078069FFFFFFFFFFFF";
  private static final byte[] WORKS_KEY = Hex.parse("FFFFFFFFFFFF");

  private final Bytes number;
  private final CardType type;
  private final Map<Integer, Bytes> blocks = new HashMap<>();

  ContactlessCard(Bytes number, CardType type) {
    this.number = number;
    this.type = type;
  }

  /** Whether this text is the number of such a card. */
  public static boolean isCard(String text) {
    return text.toUpperCase(Locale.ROOT).matches(TEXT);
  }

  /** The card of this text; none for a card of another frequency, such as an EM4100. */
  static Optional<ContactlessCard> of(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (!upper.matches(TEXT)) {
      return Optional.empty();
    }
    String[] parts = upper.split(":", 2);
    Bytes number = Bytes.of(Hex.parse(parts[0]));
    String usual = number.size() == PAGE_BYTES ? "CLASSIC" : "NTAG";
    String word = parts.length == 2 ? parts[1] : usual;
    return Arrays.stream(CardType.values())
        .filter(type -> type.word().toUpperCase(Locale.ROOT).equals(word))
        .findFirst()
        .map(type -> new ContactlessCard(number, type));
  }

  Bytes number() {
    return number;
  }

  CardType type() {
    return type;
  }

  /** Whether this key opens the sector of a block: all have the key of the works. */
  boolean opens(byte[] key, byte[] told) {
    byte[] own = number.array();
    byte[] last = Arrays.copyOfRange(own, own.length - PAGE_BYTES, own.length);
    return Arrays.equals(key, WORKS_KEY) && Arrays.equals(told, last);
  }

  /** The first block of the sector that a block lies in. */
  static int sector(int block) {
    int size = block >= BIG_SECTORS_FROM ? SECTOR_BLOCKS * SECTOR_BLOCKS : SECTOR_BLOCKS;
    return block - block % size;
  }

  private static boolean isTrailer(int block) {
    return sector(block + 1) == block + 1;
  }

  /** 16 bytes: a block of a Classic card, or four pages of an NTAG beginning here. */
  Optional<byte[]> read(int at) {
    if (type.isClassic()) {
      return at < type.blocks() ? Optional.of(block(at)) : Optional.empty();
    }
    if (type != CardType.NTAG || at >= PAGES) {
      return Optional.empty();
    }
    byte[] pages = new byte[BLOCK_BYTES];
    for (int i = 0; i < BLOCK_BYTES / PAGE_BYTES; i++) {
      System.arraycopy(page((at + i) % PAGES), 0, pages, i * PAGE_BYTES, PAGE_BYTES);
    }
    return Optional.of(pages);
  }

  private byte[] block(int at) {
    if (at == 0) {
      byte[] first = new byte[BLOCK_BYTES];
      byte[] own = number.array();
      System.arraycopy(own, 0, first, 0, own.length);
      first[own.length] = check(own, 0, own.length, 0);
      first[own.length + 1] = (byte) type.selRes();
      first[own.length + 2] = (byte) type.sensRes();
      return first;
    }
    Bytes empty = Bytes.of(isTrailer(at) ? Hex.parse(WORKS_KEYS) : new byte[BLOCK_BYTES]);
    return blocks.getOrDefault(at, empty).array();
  }

  /** Pages 0 to 2 hold the number with its two checks, page 3 says 144 bytes of NDEF memory. */
  private byte[] page(int at) {
    byte[] own = number.array();
    return switch (at) {
      case 0 -> new byte[] {own[0], own[1], own[2], check(own, 0, 3, 0x88)};
      case 1 -> Arrays.copyOfRange(own, 3, 7);
      case 2 -> new byte[] {check(own, 3, 7, 0), 0x48, 0, 0};
      case 3 -> new byte[] {(byte) 0xE1, 0x10, 0x12, 0};
      default -> blocks.getOrDefault(at, Bytes.of(new byte[PAGE_BYTES])).array();
    };
  }

  private static byte check(byte[] bytes, int from, int to, int start) {
    int check = start;
    for (int i = from; i < to; i++) {
      check ^= bytes[i] & 0xFF;
    }
    return (byte) check;
  }

  /** Writes a block (16 bytes) of a Classic card or a page (4 bytes) of an NTAG. */
  boolean write(int at, byte[] content) {
    boolean fits =
        type.isClassic()
            ? at > 0 && at < type.blocks() && content.length == BLOCK_BYTES
            : type == CardType.NTAG && at > 3 && at < PAGES && content.length == PAGE_BYTES;
    if (fits) {
      blocks.put(at, Bytes.of(content));
    }
    return fits;
  }
}
