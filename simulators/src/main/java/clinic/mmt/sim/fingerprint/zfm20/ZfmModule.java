package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.World;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What a ZFM-20 does: captures, extracts, merges, matches, keeps. Knows no frame. */
public final class ZfmModule implements Behaviour {

  static final int LEVEL_USUAL = 3;
  static final int LEVEL_MOST = 5;
  static final int NOTEPAD_PAGES = 16;
  static final int NOTEPAD_BYTES = 32;

  /** Score a false match answers with. */
  private static final int FALSE_MATCH_SCORE = 60;

  private static final int SCORE_PER_LEVEL = 20;

  private final World world;
  private final FaultBox faults;
  private final SplittableRandom random;
  private final int capacity;
  private Library library;
  private byte[][] notepad = new byte[NOTEPAD_PAGES][NOTEPAD_BYTES];
  private final @Nullable Template[] buffers = new @Nullable Template[2];
  private @Nullable Finger image;
  private long password;
  private boolean verified;
  private boolean passed;
  private int level = LEVEL_USUAL;

  /** A result and its two numbers, where it has them. */
  record Found(Confirmation confirmation, int page, int score) {}

  /** A module with an empty library at its station. */
  public ZfmModule(World world, FaultBox faults, int capacity, long seed) {
    this.world = world;
    this.faults = faults;
    this.capacity = capacity;
    this.library = new Library(capacity);
    this.random = new SplittableRandom(seed);
  }

  boolean isFingerOnGlass() {
    return world.hands().finger().isPresent();
  }

  Confirmation captureImage() {
    passed = false;
    image = world.hands().finger().orElse(null);
    return image == null ? Confirmation.NO_FINGER : Confirmation.DONE;
  }

  Confirmation extract(int buffer) {
    Finger captured = image;
    if (captured == null) {
      return Confirmation.NO_IMAGE;
    }
    return switch (skin(captured)) {
      case DRY -> Confirmation.TOO_FEW_POINTS;
      case WET -> Confirmation.TOO_DISORDERED;
      case GOOD -> {
        put(buffer, FingerModel.capture(captured.id(), random));
        yield Confirmation.DONE;
      }
    };
  }

  private Finger.Skin skin(Finger captured) {
    if (faults.use(FaultKind.DRY).isPresent()) {
      return Finger.Skin.DRY;
    }
    return faults.use(FaultKind.WET).isPresent() ? Finger.Skin.WET : captured.skin();
  }

  /** Fills a buffer; numbers other than 1 mean 2, as the manual says. */
  void put(int buffer, @Nullable Template template) {
    buffers[buffer == 1 ? 0 : 1] = template;
  }

  Optional<Template> buffer(int buffer) {
    return Optional.ofNullable(buffers[buffer == 1 ? 0 : 1]);
  }

  Confirmation merge() {
    Template first = buffers[0];
    Template second = buffers[1];
    if (first == null || second == null || !isMatch(FingerModel.score(first, second))) {
      return Confirmation.CANNOT_COMBINE;
    }
    Template merged = FingerModel.merge(first, second);
    put(1, merged);
    put(2, merged);
    return Confirmation.DONE;
  }

  Found match() {
    Template first = buffers[0];
    Template second = buffers[1];
    int score = first == null || second == null ? 0 : FingerModel.score(first, second);
    if (faults.use(FaultKind.FALSE_MISMATCH).isPresent()) {
      score = 0;
    } else if (faults.use(FaultKind.FALSE_MATCH).isPresent()) {
      score = FALSE_MATCH_SCORE;
    }
    passed = isMatch(score);
    return passed
        ? new Found(Confirmation.DONE, 0, score)
        : new Found(Confirmation.NOT_MATCHING, 0, 0);
  }

  private boolean isMatch(int score) {
    return score >= SCORE_PER_LEVEL * level;
  }

  Found search(int buffer, int first, int count) {
    Optional<Library.Hit> hit =
        buffer(buffer)
            .flatMap(wanted -> library.search(wanted, first, count))
            .filter(best -> isMatch(best.score()));
    passed = hit.isPresent();
    return hit.map(best -> new Found(Confirmation.DONE, best.page(), best.score()))
        .orElse(new Found(Confirmation.NOT_FOUND, 0, 0));
  }

  Confirmation store(int buffer, int page) {
    if (!library.covers(page)) {
      return Confirmation.PAGE_BEYOND_LIBRARY;
    }
    Optional<Template> template = buffer(buffer);
    template.ifPresent(kept -> library.store(page, kept));
    return template.isPresent() ? Confirmation.DONE : Confirmation.TEMPLATE_INVALID;
  }

  Confirmation load(int buffer, int page) {
    if (!library.covers(page)) {
      return Confirmation.PAGE_BEYOND_LIBRARY;
    }
    Optional<Template> template = library.load(page);
    template.ifPresent(loaded -> put(buffer, loaded));
    return template.isPresent() ? Confirmation.DONE : Confirmation.TEMPLATE_INVALID;
  }

  Confirmation delete(int page, int count) {
    if (!library.covers(page) || !library.covers(page + Math.max(1, count) - 1)) {
      return Confirmation.CANNOT_DELETE;
    }
    library.delete(page, count);
    return Confirmation.DONE;
  }

  Confirmation setLevel(int wanted) {
    if (wanted < 1 || wanted > LEVEL_MOST) {
      return Confirmation.BAD_REGISTER_VALUE;
    }
    level = wanted;
    return Confirmation.DONE;
  }

  Confirmation verifyPassword(long given) {
    verified = given == password;
    return verified ? Confirmation.DONE : Confirmation.WRONG_PASSWORD;
  }

  void setPassword(long wanted) {
    password = wanted;
  }

  /** With the password of the works nothing must be verified. */
  boolean isPasswordOwed() {
    return password != 0 && !verified;
  }

  boolean refusesTemplate() {
    return faults.use(FaultKind.TEMPLATE_REFUSED).isPresent();
  }

  long randomNumber() {
    return random.nextInt() & 0xFFFFFFFFL;
  }

  Library library() {
    return library;
  }

  byte[] notepad(int page) {
    return notepad[page].clone();
  }

  void writeNotepad(int page, byte[] content) {
    notepad[page] = content.clone();
  }

  int level() {
    return level;
  }

  /** Bit 1 last finger matched, bit 2 password verified, bit 3 image valid. */
  int status() {
    return (passed ? 2 : 0) | (verified ? 4 : 0) | (image != null ? 8 : 0);
  }

  @Override
  public void advance(long simulatedNanos) {
    // Delays are counted by the line, which scales them.
  }

  @Override
  public void powerOff() {
    put(1, null);
    put(2, null);
    image = null;
    verified = false;
    passed = false;
  }

  @Override
  public void powerOn() {
    verified = false;
  }

  @Override
  public void swap() {
    powerOff();
    library = new Library(capacity);
    notepad = new byte[NOTEPAD_PAGES][NOTEPAD_BYTES];
    password = 0;
    level = LEVEL_USUAL;
  }
}
