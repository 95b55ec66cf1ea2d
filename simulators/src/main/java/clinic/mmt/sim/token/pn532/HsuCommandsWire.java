package clinic.mmt.sim.token.pn532;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Carries commands out and puts the answers into bytes. */
final class HsuCommandsWire {

  private static final long POLL_UNIT_NANOS = 150_000_000;
  private static final byte[] FIRMWARE = Hex.parse("32010607");
  private static final byte[] IDLE = Hex.parse("0001000000");
  private static final byte[] PINS = Hex.parse("3F0603");
  private static final int MIFARE = 0x10;
  private static final int ISO_14443_4 = 0x20;
  private static final int TYPES_MAX = 4;

  private final ContactlessChip chip;
  private final Map<Integer, Byte> registers = new HashMap<>();
  private boolean configured;

  HsuCommandsWire(ContactlessChip chip) {
    this.chip = chip;
  }

  void powerOff() {
    registers.clear();
    configured = false;
  }

  /** Until SAMConfiguration the chip is in its low-voltage mode and has no field. */
  HsuReplyWire execute(HsuCommandWire command, Bytes data) {
    if (command.needsField() && !configured) {
      return HsuReplyWire.failed();
    }
    return switch (command) {
      case DIAGNOSE -> diagnose(data);
      case GET_FIRMWARE_VERSION -> HsuReplyWire.of(FIRMWARE);
      case GET_GENERAL_STATUS -> HsuReplyWire.of(IDLE);
      case READ_REGISTER -> readRegisters(data);
      case WRITE_REGISTER -> writeRegisters(data);
      case READ_GPIO -> HsuReplyWire.of(PINS);
      case WRITE_GPIO, SET_PARAMETERS -> HsuReplyWire.of();
      case SET_SERIAL_BAUD_RATE -> HsuReplyWire.when(HsuBaudWire.of(data.at(0)).isPresent());
      case SAM_CONFIGURATION -> {
        configured = data.at(0) >= 1 && data.at(0) <= TYPES_MAX;
        yield HsuReplyWire.when(configured);
      }
      case POWER_DOWN -> HsuReplyWire.of((byte) Exchange.DONE);
      case RF_CONFIGURATION -> configureField(data);
      case IN_LIST_PASSIVE_TARGET -> list(data);
      case IN_AUTO_POLL -> {
        chip.poll(data.at(0), data.at(1) * POLL_UNIT_NANOS);
        yield new HsuReplyWire.Searching();
      }
      case IN_DATA_EXCHANGE -> exchanged(chip.exchange(data.at(0), data.slice(1, data.size())));
      case IN_COMMUNICATE_THRU -> exchanged(Exchange.of(Exchange.TIMED_OUT));
      case IN_DESELECT, IN_RELEASE -> status(chip.release(data.at(0)));
      case IN_SELECT -> status(data.at(0) >= 1 && data.at(0) <= chip.targets().size());
    };
  }

  private static HsuReplyWire status(boolean there) {
    return HsuReplyWire.of((byte) (there ? Exchange.DONE : Exchange.WRONG_CONTEXT));
  }

  /** Test 00 gives back what it got, with the number of the test; 01 and 02 find memory sound. */
  private static HsuReplyWire diagnose(Bytes data) {
    return switch (data.at(0)) {
      case 0x00 -> HsuReplyWire.of(data.array());
      case 0x01, 0x02 -> HsuReplyWire.of((byte) Exchange.DONE);
      default -> HsuReplyWire.failed();
    };
  }

  private HsuReplyWire readRegisters(Bytes data) {
    byte[] values = new byte[data.size() / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = registers.getOrDefault((data.at(2 * i) << 8) | data.at(2 * i + 1), (byte) 0);
    }
    return HsuReplyWire.when(data.size() % 2 == 0, values);
  }

  private HsuReplyWire writeRegisters(Bytes data) {
    boolean whole = data.size() % 3 == 0;
    for (int i = 0; whole && i < data.size(); i += 3) {
      registers.put((data.at(i) << 8) | data.at(i + 1), (byte) data.at(i + 2));
    }
    return HsuReplyWire.when(whole);
  }

  private HsuReplyWire configureField(Bytes data) {
    return switch (data.at(0)) {
      case 0x01 -> {
        chip.setField((data.at(1) & 1) == 1);
        yield HsuReplyWire.of();
      }
      case 0x05 -> {
        boolean whole = data.size() == 4;
        if (whole) {
          chip.setRetries(data.at(3));
        }
        yield HsuReplyWire.when(whole);
      }
      case 0x02, 0x04, 0x0A, 0x0B, 0x0C, 0x0D -> HsuReplyWire.of();
      default -> HsuReplyWire.failed();
    };
  }

  /** Only 106 kbit/s type A has cards here; the other types find nothing at once. */
  private HsuReplyWire list(Bytes data) {
    int cards = data.at(0);
    if (cards < 1 || cards > 2 || data.at(1) > TYPES_MAX) {
      return HsuReplyWire.failed();
    }
    if (data.at(1) != 0) {
      return HsuReplyWire.of((byte) 0);
    }
    chip.lookFor(cards);
    return new HsuReplyWire.Searching();
  }

  private static HsuReplyWire exchanged(Exchange done) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(done.status());
    out.writeBytes(done.data().array());
    return new HsuReplyWire.Answer(Bytes.of(out.toByteArray()), HsuReplyWire.EXCHANGE_NANOS);
  }

  /** The answer to a search that has ended. */
  byte[] found(HsuCommandWire search) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(chip.targets().size());
    int number = 0;
    for (ContactlessCard card : chip.targets()) {
      number++;
      byte[] target = target(number, card);
      if (search == HsuCommandWire.IN_AUTO_POLL) {
        out.write(card.type() == CardType.DESFIRE ? ISO_14443_4 : MIFARE);
        out.write(target.length);
      }
      out.writeBytes(target);
    }
    return out.toByteArray();
  }

  private static byte[] target(int number, ContactlessCard card) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(number);
    out.write(card.type().sensRes() >> 8);
    out.write(card.type().sensRes());
    out.write(card.type().selRes());
    out.write(card.number().size());
    out.writeBytes(card.number().array());
    out.writeBytes(card.type().answerToSelect().array());
    return out.toByteArray();
  }
}
