package clinic.mmt.device.fingerprint.ef01;

import static clinic.mmt.device.Reply.value;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.HookedLink;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fingerprint.zfm20.FingerModel;
import clinic.mmt.sim.fingerprint.zfm20.ModuleType;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One module with its driver, and two people whose fingers come and go as the driver looks. */
final class FingerBench implements AutoCloseable {

  /** Whose template is compared. */
  static final String OWNER = "F0001";

  /** Somebody else, who was here before and whose features are still in the module. */
  static final String OTHER = "F0002";

  private static final long SPEED = 100;
  private static final VerifyLimits LIMITS = new VerifyLimits(1, 4_000);
  private static final VerifyLimits ENROLMENT = new VerifyLimits(2, 8_000);
  private static final int COMMAND = 1;
  private static final int GEN_IMG = 0x01;
  private static final int GET_IMAGE_EX = 0x28;
  private static final int IMG_2_TZ = 0x02;
  private static final int DOWN_CHAR = 0x09;

  /** A module under test. */
  enum Model {
    ZFM_20("zfm-20", Ef01Product.ZFM_20, ModuleType.ZFM_20),
    AS608("zfm-20, firmware: as608", Ef01Product.ZFM_20, ModuleType.ZFM_20),
    R503("r503", Ef01Product.R503, ModuleType.R503);

    private final String yaml;
    private final Ef01Product product;
    private final ModuleType type;

    Model(String yaml, Ef01Product product, ModuleType type) {
      this.yaml = yaml;
      this.product = product;
      this.type = type;
    }

    /** The template an enrolment of this finger would have given. */
    FingerTemplate template(String finger) {
      return new FingerTemplate(FingerModel.enrolled(finger, type).bytes());
    }
  }

  /** A fault that strikes the answer to the next command of this code. */
  private record Ambush(int command, Fault fault) {}

  private final Model model;
  private final MemoryBench bench;
  private final Ef01Reader reader;
  private final AtomicReference<Optional<Ambush>> ambush = new AtomicReference<>(Optional.empty());
  private Optional<Ambush> next = Optional.empty();
  private volatile List<String> hands = List.of(OWNER);
  private volatile boolean still;
  private volatile boolean laid;
  private final AtomicInteger captures = new AtomicInteger();
  private volatile boolean extracted;

  FingerBench(Model model) throws InterruptedException {
    this.model = model;
    this.bench =
        new MemoryBench("devices:\n  - {name: f, station: s1, model: " + model.yaml + "}\n", SPEED);
    Ef01Options usual = Ef01Options.USUAL;
    this.reader =
        PumpTalk.up(
            Ef01Reader.open(
                "f",
                new HookedLink(bench.link("f"), this::before),
                new Ef01Options(usual.address(), usual.password(), model.product)));
    Reply<Answer<Integer>> prepared = new Reply<>();
    reader.prepare(prepared);
    value(prepared);
    Reply<Answer<DeviceIdentity>> bound = new Reply<>();
    reader.bind("0a".repeat(32), false, bound);
    value(bound);
  }

  /**
   * Sets {@code fault} when the driver next says the command of this code. DownChar counts only
   * after features were extracted (what comes before overwrites the last person's template), GenImg
   * only with a finger on the glass (what comes before waits for the last one to be lifted).
   */
  void strikeAt(int command, Fault fault) {
    next = Optional.of(new Ambush(command, fault));
  }

  /** The first look at the glass finds it free. */
  private void begin() {
    laid = true;
    extracted = false;
    ambush.set(next);
    next = Optional.empty();
  }

  /** Whether the command that was waited for has come. */
  boolean hasStruck() {
    return ambush.get().isEmpty();
  }

  /** Sees what the driver is about to say: fingers come and go with its looks at the glass. */
  private void before(byte[] frame) {
    if (frame.length < 10 || frame[6] != COMMAND) {
      return;
    }
    int command = frame[9] & 0xFF;
    if (!still && (command == GEN_IMG || command == GET_IMAGE_EX)) {
      boolean down = model.product.isR503() ? command == GET_IMAGE_EX : !laid; // ZFM-20: in turn.
      hand(down);
    }
    extracted |= command == IMG_2_TZ;
    Optional<Ambush> waiting = ambush.get();
    boolean mayStrike =
        switch (command) {
          case DOWN_CHAR -> extracted;
          case GEN_IMG -> laid;
          default -> true;
        };
    if (waiting.isPresent() && waiting.get().command() == command && mayStrike) {
      ambush.set(Optional.empty());
      bench.bench().setFault("f", waiting.get().fault());
    }
  }

  private void hand(boolean down) {
    laid = down;
    bench
        .bench()
        .inWorld(
            "s1",
            world -> {
              if (down) {
                String finger = hands.get(captures.getAndIncrement() % hands.size());
                world.hands().lay(new Finger(finger, Finger.Skin.GOOD), Hands.UNTIL_LIFTED);
              } else {
                world.hands().liftFinger();
              }
              return down;
            });
  }

  /** From now on the finger lies on the glass, or comes and goes. */
  void liesStill(boolean lies) {
    still = lies;
    hand(lies);
  }

  /** What a comparison of this finger with that person's template says. */
  String verify(String finger, FingerTemplate template) throws InterruptedException {
    hands = List.of(finger);
    begin();
    if (still) {
      hand(true);
    }
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(template), LIMITS, reply);
    return FaultTold.result(reply.get());
  }

  String verify(String finger, String templateOf) throws InterruptedException {
    return verify(finger, model.template(templateOf));
  }

  /** Enrols whoever of {@code fingers} is on the glass in turn. */
  Answer<FingerTemplate> enrol(String... fingers) throws InterruptedException {
    hands = List.of(fingers);
    captures.set(0);
    begin();
    Reply<Answer<FingerTemplate>> reply = new Reply<>();
    reader.enrol(ENROLMENT, reply);
    return reply.get();
  }

  /** Takes the faults away, and plugs the cable if it is off. */
  void heal() throws InterruptedException {
    ambush.set(Optional.empty());
    bench.bench().clearFaults("f");
    if (!bench.bench().device("f").orElseThrow().isPlugged()) {
      bench.bench().plug("f");
    }
    Reply<Answer<DeviceIdentity>> there = new Reply<>();
    reader.identify(there);
    while (there.get() instanceof Answer.Failed<DeviceIdentity>) {
      new Reply<>().staysEmpty(20);
      reader.identify(there);
    }
  }

  @Override
  public void close() {
    reader.close();
    bench.close();
  }
}
