package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The commands that only an R503 has. */
final class R503Wire {

  private static final int TEXT_BYTES = 32;
  private static final int MODEL_BYTES = 16;
  private static final int BATCH_BYTES = 4;
  private static final int SHORT_BYTES = 8;
  private static final int FREE_FROM = 0xC8;
  private static final int CONTROLS = 6;
  private static final int COLOURS = 7;
  private static final byte[] HARDWARE = {1, 4};
  private static final String MODEL = "R503";
  private static final String BATCH = "2601";
  private static final String SENSOR = "FPC1";

  private final ZfmModule module;
  private final AnswersWire answers;
  private final ModuleSettings settings;

  R503Wire(ZfmModule module, AnswersWire answers, ModuleSettings settings) {
    this.module = module;
    this.answers = answers;
    this.settings = settings;
  }

  void execute(CommandWire command, Ef01PacketWire packet, long delay) {
    switch (command) {
      case GET_IMAGE_EX -> answers.acknowledge(delay, module.captureGoodImage());
      case AUTO_ENROLL -> enroll(packet, delay);
      case AUTO_IDENTIFY -> identify(packet, delay);
      case AURA_LED_CONFIG -> lamp(packet, delay);
      case CANCEL, CHECK_SENSOR, HAND_SHAKE -> answers.acknowledge(delay, Confirmation.DONE);
      case GET_ALG_VER -> text(command, "R503-ALG-1.4", delay);
      case GET_FW_VER -> text(command, "R503-FW-1.4.1", delay);
      case READ_PROD_INFO -> productInformation(delay);
      default -> throw new IllegalStateException(command + " is not a command of the R503 alone");
    }
  }

  /** Control 1 to 6, colour 1 to 7; speed and count may be anything. */
  private void lamp(Ef01PacketWire packet, long delay) {
    long control = packet.at(1, 1);
    long colour = packet.at(3, 1);
    boolean known = control >= 1 && control <= CONTROLS && colour >= 1 && colour <= COLOURS;
    answers.acknowledge(delay, known ? Confirmation.DONE : Confirmation.EXECUTION_FAILED);
  }

  private void text(CommandWire command, String text, long delay) {
    answers.acknowledge(
        delay,
        new AckWire(
            Confirmation.DONE,
            Bytes.of(padded(text, TEXT_BYTES)),
            command.title() + " \"" + text + "\""));
  }

  private static byte[] padded(String text, int bytes) {
    return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), bytes);
  }

  /** Another unit in this place has another serial number. */
  private String serial() {
    String own = settings.serial();
    return module.unit() == 0
        ? own
        : own.substring(0, Math.min(own.length(), SHORT_BYTES - 2)) + "-" + module.unit() % 10;
  }

  private void productInformation(long delay) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModuleType type = module.type();
    int capacity = module.library().capacity();
    out.writeBytes(padded(MODEL, MODEL_BYTES));
    out.writeBytes(padded(BATCH, BATCH_BYTES));
    out.writeBytes(padded(serial(), SHORT_BYTES));
    out.writeBytes(HARDWARE);
    out.writeBytes(padded(SENSOR, SHORT_BYTES));
    out.writeBytes(Ef01PacketWire.number(type.width(), 2));
    out.writeBytes(Ef01PacketWire.number(type.height(), 2));
    out.writeBytes(Ef01PacketWire.number(type.templateBytes(), 2));
    out.writeBytes(Ef01PacketWire.number(capacity, 2));
    String meaning =
        String.format(
            Locale.ROOT,
            "ReadProdInfo model \"%s\" batch \"%s\" serial \"%s\" hardware %d.%d sensor \"%s\""
                + " width %d height %d template %d library %d",
            MODEL,
            BATCH,
            serial(),
            HARDWARE[0],
            HARDWARE[1],
            SENSOR,
            type.width(),
            type.height(),
            type.templateBytes(),
            capacity);
    answers.acknowledge(
        delay, new AckWire(Confirmation.DONE, Bytes.of(out.toByteArray()), meaning));
  }

  private void enroll(Ef01PacketWire packet, long delay) {
    int wanted = (int) packet.at(1, 1);
    Library library = module.library();
    int page = wanted >= FREE_FROM ? library.firstFree() : wanted;
    boolean mayOverwrite = packet.at(2, 1) != 0;
    if (page < 0) {
      refuse(Confirmation.LIBRARY_FULL, delay);
    } else if (!library.covers(page)) {
      refuse(Confirmation.PAGE_BEYOND_LIBRARY, delay);
    } else if (library.isUsed(page) && !mayOverwrite) {
      refuse(Confirmation.TEMPLATE_EMPTY, delay);
    } else {
      AutoTask.Order order = new AutoTask.Order(true, page, 0, module.level());
      module.begin(task(order, packet, 1));
    }
  }

  private void refuse(Confirmation confirmation, long delay) {
    answers.acknowledge(delay, AckWire.autoEnroll(confirmation, 0, 0));
  }

  private void identify(Ef01PacketWire packet, long delay) {
    int level = (int) packet.at(1, 1);
    if (level < 1 || level > ZfmModule.LEVEL_MOST) {
      answers.acknowledge(delay, AckWire.autoIdentify(Confirmation.BAD_REGISTER_VALUE, 0, 0, 0));
      return;
    }
    AutoTask.Order order =
        new AutoTask.Order(false, (int) packet.at(2, 1), (int) packet.at(3, 1), level);
    module.begin(task(order, packet, (int) packet.at(5, 1)));
  }

  private AutoTask task(AutoTask.Order order, Ef01PacketWire packet, int errorsMax) {
    AutoTask.Manner manner =
        new AutoTask.Manner(
            packet.at(4, 1) != 0,
            packet.at(3, 1) != 0,
            packet.at(5, 1) != 0,
            errorsMax,
            settings.hexSteps());
    return new AutoTask(module, order, manner, settings.patienceNanos());
  }

  /** Sends what a running task has to report. */
  void tick() {
    module
        .report()
        .ifPresent(
            told ->
                answers.acknowledge(
                    0,
                    told.enrolling()
                        ? AckWire.autoEnroll(told.confirmation(), told.step(), told.page())
                        : AckWire.autoIdentify(
                            told.confirmation(), told.step(), told.page(), told.score())));
  }
}
