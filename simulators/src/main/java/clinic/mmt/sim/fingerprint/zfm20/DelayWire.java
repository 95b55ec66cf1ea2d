package clinic.mmt.sim.fingerprint.zfm20;

/** How long the module works on a command, simulated time. */
final class DelayWire {

  private static final long MILLISECOND = 1_000_000;
  private static final long NO_FINGER = 80 * MILLISECOND;
  private static final long CAPTURE = 250 * MILLISECOND;
  private static final long SEARCH = 5 * MILLISECOND;
  private static final long SEARCH_PER_TEMPLATE = MILLISECOND / 2;

  private DelayWire() {}

  static long nanos(CommandWire command, ZfmModule module) {
    return switch (command) {
      case GEN_IMG, GET_IMAGE_FREE, GET_IMAGE_EX -> module.isFingerOnGlass() ? CAPTURE : NO_FINGER;
      case IMG_2_TZ -> 300 * MILLISECOND;
      case REG_MODEL -> 150 * MILLISECOND;
      case MATCH -> 40 * MILLISECOND;
      case SEARCH, HI_SPEED_SEARCH -> search(module);
      case ENROLL -> 2 * CAPTURE + 600 * MILLISECOND;
      case IDENTIFY -> CAPTURE + 300 * MILLISECOND + search(module);
      case STORE, LOAD_CHAR, WRITE_NOTEPAD, SET_PWD, SET_ADDR, SET_SYS_PARA -> 60 * MILLISECOND;
      case DELET_CHAR -> 30 * MILLISECOND;
      case EMPTY -> 300 * MILLISECOND;
      case UP_CHAR, DOWN_CHAR, UP_IMAGE, DOWN_IMAGE, READ_INF_PAGE -> 10 * MILLISECOND;
      case READ_SYS_PARA,
          VFY_PWD,
          PORT_CONTROL,
          GET_RANDOM_CODE,
          READ_NOTEPAD,
          TEMPLETE_NUM,
          READ_CON_LIST,
          OPEN_LED,
          CLOSE_LED,
          CANCEL,
          AUTO_ENROLL,
          AUTO_IDENTIFY,
          AURA_LED_CONFIG,
          CHECK_SENSOR,
          GET_ALG_VER,
          GET_FW_VER,
          READ_PROD_INFO,
          SOFT_RST,
          HAND_SHAKE,
          GET_ECHO ->
          MILLISECOND;
    };
  }

  private static long search(ZfmModule module) {
    return SEARCH
        + SEARCH_PER_TEMPLATE * module.library().count()
        + module.mischief().searchNanos();
  }
}
