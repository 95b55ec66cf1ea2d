package clinic.mmt.sim.scale.mtsics;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** MT-SICS level 0 and 1. Knows no behaviour. */
public final class SicsWire implements Wire {

  /** A command that needs a stable weight gives up after this. */
  static final long STABILITY_NANOS_MAX = 10_000_000_000L;

  /** SIR repeats about ten times a second. */
  static final long REPEAT_NANOS = 100_000_000;

  private static final int BAUD = 9600;
  private static final int SR_DIGITS = 30;
  private static final int SR_PARTS = 8;

  /** Commands that wait for a stable weight. */
  private enum Waiting {
    S,
    Z,
    T
  }

  /** What is sent without being asked again. */
  private enum Stream {
    NONE,
    SIR,
    SR
  }

  /** Whose form of the protocol it speaks. */
  public enum Variant {
    /** Mettler-Toledo's own. */
    METTLER,
    /** KERN's KCP: tares are acknowledged without the weight, SIR takes an interval. */
    KERN
  }

  private final Variant variant;
  private final Balance balance;
  private final Outlet outlet;
  private final SicsLineWire lines = new SicsLineWire();
  private @Nullable Waiting waiting;
  private long waitedNanos;
  private Stream stream = Stream.NONE;
  private long repeatNanos;
  private long everyNanos = REPEAT_NANOS;
  private Mass lastSent = Mass.ZERO;
  private boolean stableOwed;

  /** A line to this balance. */
  public SicsWire(Balance balance, Outlet outlet, Variant variant) {
    this.balance = balance;
    this.outlet = outlet;
    this.variant = variant;
  }

  @Override
  public void receive(byte[] bytes, long atNanos) {
    for (byte next : bytes) {
      lines.accept(next).ifPresent(this::handle);
    }
  }

  private void handle(SicsLineWire.Line line) {
    switch (line) {
      case SicsLineWire.Line.Command command -> {
        outlet.heard(command.raw().array(), command.text());
        execute(command.text());
      }
      case SicsLineWire.Line.TooLong tooLong -> {
        outlet.heard(tooLong.raw().array(), "too long");
        answer("ET");
      }
    }
  }

  private void execute(String text) {
    if ("@".equals(text)) {
      cancel();
      answer(SicsIdentityWire.serial(balance.model()));
    } else if (waiting != null) {
      answer(text.split(" ", 2)[0] + " I");
    } else if (variant == Variant.KERN && text.matches("SIR [1-9][0-9]{1,4}")) {
      everyNanos = Long.parseLong(text.substring(4)) * 1_000_000;
      start(Stream.SIR);
    } else if (text.startsWith("TA ")) {
      presetTare(text.substring(3).strip());
    } else {
      command(text);
    }
  }

  private void command(String text) {
    switch (text) {
      case "S" -> await(Waiting.S);
      case "SI" -> {
        stream = Stream.NONE;
        answer(immediate());
      }
      case "SIR" -> {
        everyNanos = REPEAT_NANOS;
        start(Stream.SIR);
      }
      case "SR" -> start(Stream.SR);
      case "Z" -> await(Waiting.Z);
      case "ZI" -> answer(zeroed("ZI", balance.isStable() ? "S" : "D"));
      case "T" -> await(Waiting.T);
      case "TI" -> answer(tared("TI", balance.isStable() ? "S" : "D"));
      case "TA" -> answer("TA A " + shown(balance.tare()));
      case "TAC" -> {
        balance.clearTare();
        answer("TAC A");
      }
      case "I0" -> SicsIdentityWire.commandList().forEach(this::answer);
      case "I1" -> answer(SicsIdentityWire.levels());
      case "I2" -> answer(SicsIdentityWire.typeAndCapacity(balance.model(), name()));
      case "I3" -> answer(SicsIdentityWire.software());
      case "I4" -> answer(SicsIdentityWire.serial(balance.model()));
      case "I5" -> answer(SicsIdentityWire.softwareId());
      default -> answer("ES");
    }
  }

  private void cancel() {
    waiting = null;
    stream = Stream.NONE;
  }

  private void await(Waiting command) {
    if (command == Waiting.S) {
      stream = Stream.NONE;
    }
    waiting = command;
    waitedNanos = 0;
    answerIfStable();
  }

  private void start(Stream wanted) {
    stream = wanted;
    repeatNanos = 0;
    stableOwed = true;
    if (wanted == Stream.SIR) {
      answer(immediate());
    }
  }

  private void presetTare(String text) {
    Optional<Mass> preset = SicsTextWire.parse(text);
    if (preset.isPresent() && balance.presetTare(preset.get())) {
      answer("TA A " + shown(balance.tare()));
    } else {
      answer("TA L");
    }
  }

  @Override
  public void tick(long realNanos) {
    if (waiting != null) {
      waitedNanos += realNanos;
      answerIfStable();
    }
    repeatNanos += realNanos;
    switch (stream) {
      case NONE -> {}
      case SIR -> {
        if (repeatNanos >= everyNanos) {
          repeatNanos = 0;
          answer(immediate());
        }
      }
      case SR -> sendOnChange();
    }
  }

  private void answerIfStable() {
    Waiting command = waiting;
    if (command == null) {
      return;
    }
    boolean inRange = balance.read() instanceof Weight.Shown;
    if (balance.isStable() || !inRange) {
      waiting = null;
      answer(
          switch (command) {
            case S -> immediate();
            case Z -> zeroed("Z", "A");
            case T -> tared("T", "S");
          });
    } else if (waitedNanos >= STABILITY_NANOS_MAX) {
      waiting = null;
      answer(command + " I");
    }
  }

  /** SR: the weight on a change of an eighth of the last, at least 30 digits, and when at rest. */
  private void sendOnChange() {
    if (!(balance.read() instanceof Weight.Shown shown)) {
      return;
    }
    long least = SR_DIGITS * balance.model().digit().micrograms();
    long change = Math.abs(shown.net().minus(lastSent).micrograms());
    if (stableOwed && shown.stable()) {
      stableOwed = false;
      lastSent = shown.net();
      answer(immediate());
    } else if (!stableOwed
        && change >= Math.max(least, Math.abs(lastSent.micrograms()) / SR_PARTS)) {
      stableOwed = true;
      answer(immediate());
    }
  }

  private String name() {
    return variant == Variant.KERN ? "PCB" : "SIM602";
  }

  private String immediate() {
    if (balance.error().isPresent()) {
      return "S S Error " + balance.error().getAsLong() + "b";
    }
    return switch (balance.read()) {
      case Weight.Shown shown -> "S " + (shown.stable() ? "S " : "D ") + shown(shown.net());
      case Weight.Overload overload -> "S +";
      case Weight.Underload underload -> "S -";
    };
  }

  private String zeroed(String id, String good) {
    return switch (balance.setZero()) {
      case DONE -> id + " " + good;
      case ABOVE_RANGE -> id + " +";
      case BELOW_RANGE -> id + " -";
    };
  }

  private String tared(String id, String good) {
    return switch (balance.setTare()) {
      case DONE ->
          variant == Variant.KERN ? id + " A" : id + " " + good + " " + shown(balance.tare());
      case ABOVE_RANGE -> id + " +";
      case BELOW_RANGE -> id + " -";
    };
  }

  private String shown(Mass mass) {
    return SicsTextWire.weight(mass, balance.model());
  }

  private void answer(String text) {
    outlet.send((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1), text.replaceAll(" +", " "));
  }

  @Override
  public void powerOff() {
    cancel();
    lines.discard();
  }

  /** A balance greets with its serial number. */
  @Override
  public void powerOn() {
    answer(SicsIdentityWire.serial(balance.model()));
  }

  @Override
  public void swap() {
    powerOff();
  }

  @Override
  public int baud() {
    return BAUD;
  }

  /** MT-SICS has no check: one byte is hit instead. */
  @Override
  public byte[] withBadChecksum(byte[] frame) {
    byte[] spoiled = frame.clone();
    spoiled[spoiled.length / 2] ^= 0x40;
    return spoiled;
  }

  /** MT-SICS has no address. */
  @Override
  public byte[] withWrongAddress(byte[] frame) {
    return frame;
  }
}
