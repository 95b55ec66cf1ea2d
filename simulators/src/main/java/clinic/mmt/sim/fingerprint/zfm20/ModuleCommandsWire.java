package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out the commands that all modules of the family have. */
final class ModuleCommandsWire {

  private static final int INFORMATION_BYTES = 512;

  private final ZfmModule module;
  private final AnswersWire answers;
  private @Nullable DownloadWire download;

  ModuleCommandsWire(ZfmModule module, AnswersWire answers) {
    this.module = module;
    this.answers = answers;
  }

  /** A command ends a download that has begun. */
  void endDownload() {
    download = null;
  }

  void spoilDownload() {
    if (download != null) {
      download.spoil();
    }
  }

  void data(Ef01PacketWire packet) {
    DownloadWire current = download;
    if (current == null) {
      return;
    }
    current.add(packet.content().array());
    if (packet.pid() == Ef01PacketWire.LAST_DATA) {
      download = null;
      Optional<byte[]> whole = current.whole();
      if (current.buffer() == DownloadWire.IMAGE) {
        whole.ifPresent(module::takeImage);
      } else {
        whole.ifPresentOrElse(
            bytes -> module.buffers().in(current.buffer(), new Template(bytes)),
            () -> module.buffers().clear(current.buffer()));
      }
    }
  }

  void execute(CommandWire command, Ef01PacketWire packet, long delay) {
    int first = (int) packet.at(1, 1);
    switch (command) {
      case GEN_IMG, GET_IMAGE_FREE -> answers.acknowledge(delay, module.captureImage());
      case IMG_2_TZ -> answers.acknowledge(delay, module.extract(first));
      case REG_MODEL -> answers.acknowledge(delay, module.merge());
      case MATCH -> found(delay, AckWire.match(module.match()));
      case SEARCH, HI_SPEED_SEARCH ->
          found(
              delay,
              AckWire.search(module.search(first, (int) packet.at(2, 2), (int) packet.at(4, 2))));
      case STORE -> answers.acknowledge(delay, module.store(first, (int) packet.at(2, 2)));
      case LOAD_CHAR -> answers.acknowledge(delay, module.load(first, (int) packet.at(2, 2)));
      case UP_CHAR -> uploadTemplate(delay, first);
      case DOWN_CHAR -> downloadTemplate(delay, first);
      case UP_IMAGE -> uploadImage(delay);
      case DOWN_IMAGE -> {
        download = new DownloadWire(DownloadWire.IMAGE, module.type().imageBytes());
        answers.acknowledge(delay, Confirmation.DONE);
      }
      case DELET_CHAR ->
          answers.acknowledge(delay, module.delete((int) packet.at(1, 2), (int) packet.at(3, 2)));
      case EMPTY -> {
        module.library().empty();
        answers.acknowledge(delay, Confirmation.DONE);
      }
      case ENROLL -> answers.acknowledge(delay, AckWire.enroll(module.enrolAtOnce()));
      case IDENTIFY -> found(delay, AckWire.identify(module.identifyAtOnce()));
      case OPEN_LED, CLOSE_LED, PORT_CONTROL -> answers.acknowledge(delay, Confirmation.DONE);
      case GET_ECHO -> answers.acknowledge(delay, Confirmation.ALIVE);
      default -> system(command, packet, delay);
    }
  }

  private void system(CommandWire command, Ef01PacketWire packet, long delay) {
    switch (command) {
      case SET_SYS_PARA -> setParameter(delay, (int) packet.at(1, 1), (int) packet.at(2, 1));
      case READ_SYS_PARA -> answers.acknowledge(delay, AckWire.parameters(module, answers.link()));
      case SET_PWD -> {
        module.setPassword(packet.at(1, 4));
        answers.acknowledge(delay, Confirmation.DONE);
      }
      case VFY_PWD -> answers.acknowledge(delay, module.verifyPassword(packet.at(1, 4)));
      case GET_RANDOM_CODE ->
          answers.acknowledge(
              delay, AckWire.bytes(command, Ef01PacketWire.number(module.randomNumber(), 4)));
      case SET_ADDR -> {
        answers.link().address = packet.at(1, 4);
        answers.acknowledge(delay, Confirmation.DONE);
      }
      case READ_INF_PAGE -> {
        answers.acknowledge(delay, Confirmation.DONE);
        answers.data(new byte[INFORMATION_BYTES], true);
      }
      case WRITE_NOTEPAD -> writeNotepad(delay, packet);
      case READ_NOTEPAD -> readNotepad(delay, (int) packet.at(1, 1));
      case TEMPLETE_NUM -> answers.acknowledge(delay, AckWire.count(module.library().count()));
      case READ_CON_LIST ->
          answers.acknowledge(
              delay, AckWire.bytes(command, module.library().index((int) packet.at(1, 1))));
      default -> throw new IllegalStateException(command + " is not a command of all modules");
    }
  }

  /** Some firmware answers "no" without the numbers. */
  private void found(long delay, AckWire ack) {
    boolean no = ack.confirmation() != Confirmation.DONE;
    if (no && module.mischief().answersShort()) {
      answers.acknowledge(delay, ack.confirmation());
    } else {
      answers.acknowledge(delay, ack);
    }
  }

  private void uploadTemplate(long delay, int buffer) {
    Optional<Template> template = module.buffers().out(buffer);
    if (template.isEmpty()) {
      answers.acknowledge(delay, Confirmation.CANNOT_UPLOAD);
      return;
    }
    answers.acknowledge(delay, Confirmation.DONE);
    answers.data(template.get().bytes(), true);
  }

  private void uploadImage(long delay) {
    Optional<Bytes> image = module.imageBytes();
    if (image.isEmpty()) {
      answers.acknowledge(delay, Confirmation.CANNOT_UPLOAD_IMAGE);
      return;
    }
    answers.acknowledge(delay, Confirmation.DONE);
    answers.data(image.get().array(), false);
  }

  private void downloadTemplate(long delay, int buffer) {
    if (module.mischief().refusesTemplate()) {
      answers.acknowledge(delay, Confirmation.CANNOT_TAKE_DATA);
      return;
    }
    download = new DownloadWire(buffer, module.type().templateBytes());
    answers.acknowledge(delay, Confirmation.DONE);
  }

  /** The answer leaves with the old settings; those of an R503 hold from its next start on. */
  private void setParameter(long delay, int register, int value) {
    ZfmLinkWire link = answers.link();
    boolean good =
        switch (register) {
          case 4 -> ZfmLinkWire.isBaudCode(value, module.type());
          case 5 -> value >= 1 && value <= ZfmModule.LEVEL_MOST;
          case 6 -> value <= ZfmLinkWire.PACKET_CODE_MAX;
          default -> false;
        };
    boolean known = register >= 4 && register <= 6;
    Confirmation no = known ? Confirmation.BAD_REGISTER_VALUE : Confirmation.BAD_REGISTER;
    answers.acknowledge(delay, good ? Confirmation.DONE : no);
    if (good) {
      link.storedBaudCode = register == 4 ? value : link.storedBaudCode;
      link.storedLevel = register == 5 ? value : link.storedLevel;
      link.storedPacketCode = register == 6 ? value : link.storedPacketCode;
    }
    if (!module.type().isR503()) {
      applyStored();
    }
  }

  void applyStored() {
    answers.link().apply();
    module.setLevel(answers.link().storedLevel);
  }

  private void writeNotepad(long delay, Ef01PacketWire packet) {
    int page = (int) packet.at(1, 1);
    boolean known = page < ZfmModule.NOTEPAD_PAGES;
    if (known) {
      module.writeNotepad(page, packet.from(2));
    }
    answers.acknowledge(delay, known ? Confirmation.DONE : Confirmation.BAD_NOTEPAD_PAGE);
  }

  private void readNotepad(long delay, int page) {
    if (page >= ZfmModule.NOTEPAD_PAGES) {
      answers.acknowledge(delay, Confirmation.BAD_NOTEPAD_PAGE);
      return;
    }
    answers.acknowledge(delay, AckWire.bytes(CommandWire.READ_NOTEPAD, module.notepad(page)));
  }
}
