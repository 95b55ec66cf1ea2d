package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a PN532 does: looks for cards in its field and talks with the chosen ones. No frames. */
public final class ContactlessChip implements Behaviour {

  /** The other card of the two-cards fault. */
  static final String SECOND_CARD = "04B1C2D3";

  /** The number of tries that means without end. */
  static final int WITHOUT_END = 0xFF;

  /** One look into the field. */
  private static final long LOOK_NANOS = 10_000_000;

  private static final int AUTHENTICATE_A = 0x60;
  private static final int AUTHENTICATE_B = 0x61;
  private static final int READ = 0x30;
  private static final int WRITE_BLOCK = 0xA0;
  private static final int WRITE_PAGE = 0xA2;
  private static final int NO_SECTOR = -1;

  private final World world;
  private final FaultBox faults;

  /** Cards that were in the field before: what was written on them stays there. */
  private final Map<String, ContactlessCard> known = new HashMap<>();

  private final List<ContactlessCard> targets = new ArrayList<>();
  private int openSector = NO_SECTOR;
  private int retries = WITHOUT_END;
  private boolean fieldOn = true;
  private int wanted;
  private long looksLeft;
  private long lookNanos = LOOK_NANOS;
  private long nanosToNextLook;
  private boolean looking;

  /** A chip at its station. */
  public ContactlessChip(World world, FaultBox faults) {
    this.world = world;
    this.faults = faults;
  }

  /** RFConfiguration 05: how often a card is looked for before the answer is "none". */
  void setRetries(int tries) {
    retries = tries;
  }

  /** RFConfiguration 01. */
  void setField(boolean on) {
    fieldOn = on;
    release(0);
  }

  /** InListPassiveTarget: looks for so many cards. */
  void lookFor(int cards) {
    look(cards, retries == WITHOUT_END ? Long.MAX_VALUE : retries + 1L, LOOK_NANOS);
  }

  /** InAutoPoll: one look each period, so often. */
  void poll(int polls, long periodNanos) {
    look(1, polls == WITHOUT_END ? Long.MAX_VALUE : polls, periodNanos);
  }

  private void look(int cards, long looks, long everyNanos) {
    release(0);
    wanted = cards;
    looksLeft = looks;
    lookNanos = everyNanos;
    nanosToNextLook = LOOK_NANOS;
    looking = true;
  }

  /** Ends a search; nothing is found. */
  void stopLooking() {
    looking = false;
  }

  boolean isLooking() {
    return looking;
  }

  /** The cards that were chosen; the first is number 1. */
  List<ContactlessCard> targets() {
    return List.copyOf(targets);
  }

  @Override
  public void advance(long simulatedNanos) {
    long left = simulatedNanos;
    while (looking && left >= nanosToNextLook) {
      left -= nanosToNextLook;
      nanosToNextLook = lookNanos;
      targets.addAll(inField().stream().limit(wanted).toList());
      looksLeft--;
      looking = targets.isEmpty() && looksLeft > 0;
    }
    nanosToNextLook -= looking ? left : 0;
  }

  private List<ContactlessCard> inField() {
    List<String> texts = new ArrayList<>();
    if (fieldOn) {
      world.hands().card().ifPresent(texts::add);
      if (!texts.isEmpty() && faults.has(FaultKind.TWO_CARDS)) {
        texts.add(SECOND_CARD);
      }
    }
    return texts.stream().flatMap(text -> card(text).stream()).toList();
  }

  private Optional<ContactlessCard> card(String text) {
    ContactlessCard before = known.get(text);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<ContactlessCard> card = ContactlessCard.of(text);
    card.ifPresent(fresh -> known.put(text, fresh));
    return card;
  }

  /** InRelease and InDeselect: forgets one card, or all for 0. */
  boolean release(int target) {
    openSector = NO_SECTOR;
    if (target == 0) {
      targets.clear();
      return true;
    }
    return target <= targets.size();
  }

  /** InDataExchange: passes bytes to a chosen card. */
  Exchange exchange(int target, byte[] sent) {
    if (target < 1 || target > targets.size() || sent.length == 0) {
      return Exchange.of(Exchange.WRONG_CONTEXT);
    }
    ContactlessCard card = targets.get(target - 1);
    if (!inField().contains(card)) {
      boolean layered = card.type() == CardType.DESFIRE;
      return Exchange.of(layered ? Exchange.CARD_GONE : Exchange.TIMED_OUT);
    }
    if (card.type() == CardType.DESFIRE) {
      // ISO 7816: instruction not supported. No application is on the card.
      return new Exchange(Exchange.DONE, Bytes.of(Hex.parse("6D00")));
    }
    int at = sent.length > 1 ? sent[1] & 0xFF : 0;
    return switch (sent[0] & 0xFF) {
      case AUTHENTICATE_A, AUTHENTICATE_B -> authenticate(card, at, sent);
      case READ -> read(card, at);
      case WRITE_BLOCK, WRITE_PAGE -> write(card, at, Bytes.of(sent));
      default -> Exchange.of(Exchange.TIMED_OUT);
    };
  }

  private Exchange authenticate(ContactlessCard card, int block, byte[] sent) {
    int keyAt = 2;
    int numberAt = 8;
    int bytes = 12;
    openSector = NO_SECTOR;
    if (!card.type().isClassic() || sent.length != bytes) {
      return Exchange.of(Exchange.TIMED_OUT);
    }
    byte[] key = Bytes.of(sent).slice(keyAt, numberAt);
    byte[] number = Bytes.of(sent).slice(numberAt, bytes);
    if (block >= card.type().blocks() || !card.opens(key, number)) {
      return Exchange.of(Exchange.NOT_AUTHENTICATED);
    }
    openSector = ContactlessCard.sector(block);
    return Exchange.of(Exchange.DONE);
  }

  private boolean isLocked(ContactlessCard card, int at) {
    return card.type().isClassic() && ContactlessCard.sector(at) != openSector;
  }

  private Exchange read(ContactlessCard card, int at) {
    if (isLocked(card, at)) {
      return Exchange.of(Exchange.NOT_AUTHENTICATED);
    }
    return card.read(at)
        .map(bytes -> new Exchange(Exchange.DONE, Bytes.of(bytes)))
        .orElse(Exchange.of(Exchange.TIMED_OUT));
  }

  private Exchange write(ContactlessCard card, int at, Bytes sent) {
    if (isLocked(card, at)) {
      return Exchange.of(Exchange.NOT_AUTHENTICATED);
    }
    boolean written = card.write(at, sent.slice(2, sent.size()));
    return Exchange.of(written ? Exchange.DONE : Exchange.TIMED_OUT);
  }

  @Override
  public void powerOff() {
    release(0);
    looking = false;
    retries = WITHOUT_END;
    fieldOn = true;
  }

  @Override
  public void powerOn() {
    // Cards keep their memory without the reader.
  }

  @Override
  public void swap() {
    powerOff();
  }
}
