package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.fingerprint.ef01.FingerBench.Model;

/** The answer to a command of a comparison or an enrolment, at which something goes wrong. */
enum Moment {
  PASSWORD("VfyPwd", 0x13),
  MARK("ReadNotepad 0", 0x19),
  PRODUCT("ReadProdInfo", 0x3C),
  LIGHT("AuraLedConfig 1 128 2 0", 0x35),
  IMAGE("GenImg", 0x01),
  IMAGE_EX("GetImageEx", 0x28),
  FEATURES("Img2Tz 1", 0x02),
  TEMPLATE("DownChar 2", 0x09),
  COMPARISON("Match", 0x03),
  MERGING("RegModel", 0x05),
  READING("UpChar 1", 0x08);

  private final String command;
  private final int code;

  Moment(String command, int code) {
    this.command = command;
    this.code = code;
  }

  /** The command by its name in the manual, as the driver tells it. */
  String command() {
    return command;
  }

  /** Its code. */
  int code() {
    return code;
  }

  /** Whether a driver of this model says it. */
  boolean isOf(Model model) {
    return switch (this) {
      case PRODUCT, LIGHT, IMAGE_EX -> model == Model.R503;
      case IMAGE -> model != Model.R503;
      case PASSWORD, MARK, FEATURES, TEMPLATE, COMPARISON, MERGING, READING -> true;
    };
  }

  /** Whether only an enrolment has it. */
  boolean isOfEnrolment() {
    return this == MERGING || this == READING;
  }

  /** The features are captured: a "no" could be anybody's. */
  boolean isLate() {
    return this == TEMPLATE || this == COMPARISON;
  }
}
