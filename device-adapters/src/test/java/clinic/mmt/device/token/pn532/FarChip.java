package clinic.mmt.device.token.pn532;

import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The far end of a link: answers known frames of the host with an ACK and bytes. */
final class FarChip implements AutoCloseable {

  static final Octets NONE = Octets.of(0xD5, 0x4B, 0);
  static final Octets CARD = Octets.fromHex("d5 4b 01 01 00 04 08 04 04 a2 b3 c4");

  private final MemoryLink link;
  private final Map<Pn532Command, Octets> answers = new ConcurrentHashMap<>();
  private final List<Pn532Command> heard = new ArrayList<>();
  private final Thread thread;
  private volatile UnaryOperator<Octets> damage = bytes -> bytes;
  private volatile boolean silent;
  private volatile boolean ended;
  private boolean woken;

  FarChip(MemoryLink link) {
    this.link = link;
    answers.put(Pn532Command.SAM_CONFIGURATION, Octets.of(0xD5, 0x15));
    answers.put(Pn532Command.GET_FIRMWARE_VERSION, Octets.fromHex("d5 03 32 01 06 07"));
    answers.put(Pn532Command.RF_CONFIGURATION, Octets.of(0xD5, 0x33));
    answers.put(Pn532Command.IN_LIST_PASSIVE_TARGET, NONE);
    answers.put(Pn532Command.IN_RELEASE, Octets.of(0xD5, 0x53, 0));
    thread = Thread.ofVirtual().start(this::run);
  }

  /** What it answers from now on: identifier, code, data. */
  void answers(Pn532Command command, Octets content) {
    answers.put(command, content);
  }

  /** Changes everything it says but acknowledgements. */
  void damages(UnaryOperator<Octets> change) {
    damage = change;
  }

  void isSilent(boolean now) {
    silent = now;
  }

  /** How often it heard a command. */
  synchronized long heard(Pn532Command command) {
    return heard.stream().filter(command::equals).count();
  }

  private void run() {
    Octets bytes = Octets.NONE;
    try {
      while (!ended) {
        byte[] next = link.written(1, 50);
        bytes = next.length == 0 ? bytes : bytes.plus(next[0]);
        bytes = answered(bytes);
      }
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  /** What is left when a whole frame was answered. */
  private Octets answered(Octets bytes) {
    String hex = bytes.hex();
    woken |= hex.startsWith("55 55 00 00 00 00 00 00 00 00 00 00 00 00 00 00");
    Optional<Pn532Command> found =
        answers.keySet().stream().filter(command -> hex.endsWith(frame(command))).findFirst();
    if (found.isEmpty()) {
      return bytes;
    }
    synchronized (this) {
      heard.add(found.get());
    }
    Octets content = answers.get(found.get());
    if (woken && !silent && content != null) {
      link.say(HsuFraming.ACK.toArray());
      link.say(damage.apply(HsuFraming.normal(content)).toArray());
    }
    return Octets.NONE;
  }

  private static String frame(Pn532Command command) {
    Octets data =
        switch (command) {
          case SAM_CONFIGURATION -> Octets.of(1);
          case RF_CONFIGURATION -> Octets.of(5, 0xFF, 1, 2);
          case IN_LIST_PASSIVE_TARGET -> Octets.of(1, 0);
          case IN_RELEASE -> Octets.of(0);
          default -> Octets.NONE;
        };
    return command.frame(data).hex();
  }

  @Override
  public void close() {
    ended = true;
    thread.interrupt();
  }
}
