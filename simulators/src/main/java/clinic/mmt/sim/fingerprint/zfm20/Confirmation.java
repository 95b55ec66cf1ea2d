package clinic.mmt.sim.fingerprint.zfm20;

/** Confirmation codes of the EF01 protocol. */
enum Confirmation {
  DONE(0x00, "done"),
  PACKET_ERROR(0x01, "packet error"),
  NO_FINGER(0x02, "no finger"),
  TOO_DISORDERED(0x06, "image too disordered"),
  TOO_FEW_POINTS(0x07, "too few feature points"),
  NOT_MATCHING(0x08, "not matching"),
  NOT_FOUND(0x09, "not found"),
  CANNOT_COMBINE(0x0A, "not the same finger"),
  PAGE_BEYOND_LIBRARY(0x0B, "page out of range"),
  TEMPLATE_INVALID(0x0C, "template empty or invalid"),
  CANNOT_UPLOAD(0x0D, "cannot upload template"),
  CANNOT_TAKE_DATA(0x0E, "cannot take data packets"),
  CANNOT_UPLOAD_IMAGE(0x0F, "cannot upload image"),
  CANNOT_DELETE(0x10, "cannot delete"),
  WRONG_PASSWORD(0x13, "wrong password"),
  NO_IMAGE(0x15, "no valid image"),
  BAD_REGISTER(0x1A, "bad register"),
  BAD_REGISTER_VALUE(0x1B, "bad register value"),
  BAD_NOTEPAD_PAGE(0x1C, "bad notepad page"),
  PASSWORD_FIRST(0x21, "password must be verified first"),
  ALIVE(0x55, "alive");

  private final int code;
  private final String meaning;

  Confirmation(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
