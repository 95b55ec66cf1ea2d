package clinic.mmt.sim.fingerprint.zfm20;

import java.util.Arrays;
import java.util.Optional;

/** Confirmation codes of the EF01 protocol, of all modules of the family. */
enum Confirmation {
  DONE(0x00),
  PACKET_ERROR(0x01),
  NO_FINGER(0x02),
  CAPTURE_FAILED(0x03),
  TOO_DRY(0x04),
  TOO_WET(0x05),
  TOO_DISORDERED(0x06),
  TOO_FEW_POINTS(0x07),
  NOT_MATCHING(0x08),
  NOT_FOUND(0x09),
  CANNOT_COMBINE(0x0A),
  PAGE_BEYOND_LIBRARY(0x0B),
  TEMPLATE_INVALID(0x0C),
  CANNOT_UPLOAD(0x0D),
  CANNOT_TAKE_DATA(0x0E),
  CANNOT_UPLOAD_IMAGE(0x0F),
  CANNOT_DELETE(0x10),
  CANNOT_EMPTY(0x11),
  WRONG_PASSWORD(0x13),
  NO_IMAGE(0x15),
  FINGER_NOT_MOVED(0x17),
  FLASH_ERROR(0x18),
  UNDEFINED(0x19),
  BAD_REGISTER(0x1A),
  BAD_REGISTER_VALUE(0x1B),
  BAD_NOTEPAD_PAGE(0x1C),
  PORT_FAILED(0x1D),
  ENROLMENT_FAILED(0x1E),
  LIBRARY_FULL(0x1F),
  WRONG_ADDRESS(0x20),
  PASSWORD_FIRST(0x21),
  TEMPLATE_EMPTY(0x22),
  LIBRARY_EMPTY(0x24),
  TIMED_OUT(0x26),
  ENROLLED_ALREADY(0x27),
  SENSOR_ERROR(0x29),
  ALIVE(0x55),
  UNSUPPORTED(0xFC),
  HARDWARE_ERROR(0xFD),
  EXECUTION_FAILED(0xFE);

  private final int code;

  Confirmation(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Optional<Confirmation> of(long code) {
    return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
  }
}
