package clinic.mmt.dispenser.app.journal.codec;

/** A body that does not follow the format; ends as {@link Decoded.Malformed}, never outside. */
final class MalformedBody extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedBody(String why) {
    super(why, null, false, false);
  }
}
