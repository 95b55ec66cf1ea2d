package clinic.mmt.sim.fingerprint.zfm20;

/** Confirmation codes of the EF01 protocol. */
enum Confirmation {
  DONE(0x00),
  PACKET_ERROR(0x01),
  NO_FINGER(0x02),
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
  WRONG_PASSWORD(0x13),
  NO_IMAGE(0x15),
  BAD_REGISTER(0x1A),
  BAD_REGISTER_VALUE(0x1B),
  BAD_NOTEPAD_PAGE(0x1C),
  PASSWORD_FIRST(0x21),
  ALIVE(0x55);

  private final int code;

  Confirmation(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
