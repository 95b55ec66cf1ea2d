package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.core.Behaviour;
import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What a fingerprint module does: captures, extracts, merges, matches, keeps. Knows no frame. */
public final class ZfmModule implements Behaviour {

  static final int LEVEL_USUAL = 3;
  static final int LEVEL_MOST = 5;
  static final int NOTEPAD_PAGES = 16;
  static final int NOTEPAD_BYTES = 32;

  private static final int SCORE_PER_LEVEL = 20;

  private final World world;
  private final ModuleType type;
  private final Mischief mischief;
  private final SplittableRandom random;
  private final int capacity;
  private final CharBuffers buffers;

  /** Images that went out: one that comes back is known again. */
  private final Map<Bytes, Finger> uploaded = new HashMap<>();

  private Library library;
  private byte[][] notepad = new byte[NOTEPAD_PAGES][NOTEPAD_BYTES];
  private @Nullable Finger image;
  private long impression;
  private @Nullable AutoTask task;
  private long password;
  private boolean verified;
  private boolean passed;
  private int level = LEVEL_USUAL;
  private int units;

  /** A result and its two numbers, where it has them. */
  record Found(Confirmation confirmation, int page, int score) {}

  /** Where a module works and what may go wrong with it. */
  public record Place(World world, FaultBox faults, long seed) {}

  /** A module with an empty library for so many templates. */
  public ZfmModule(ModuleType type, int capacity, Place place) {
    this.type = type;
    this.world = place.world();
    this.mischief = new Mischief(place.faults(), place.seed());
    this.capacity = capacity;
    this.library = new Library(capacity);
    this.random = new SplittableRandom(place.seed());
    this.buffers = type.newBuffers();
  }

  ModuleType type() {
    return type;
  }

  Mischief mischief() {
    return mischief;
  }

  CharBuffers buffers() {
    return buffers;
  }

  boolean isFingerOnGlass() {
    return world.hands().finger().isPresent();
  }

  Confirmation captureImage() {
    passed = false;
    image = mischief.missesFinger() ? null : world.hands().finger().orElse(null);
    impression = random.nextLong();
    return image == null ? Confirmation.NO_FINGER : Confirmation.DONE;
  }

  /** GetImageEx of the R503 looks at the image too. */
  Confirmation captureGoodImage() {
    Confirmation captured = captureImage();
    Finger finger = image;
    return finger == null || mischief.skin(finger) == Finger.Skin.GOOD
        ? captured
        : Confirmation.TOO_FEW_POINTS;
  }

  /** The image as it goes over the line. */
  Optional<Bytes> imageBytes() {
    Finger finger = image;
    if (finger == null) {
      return Optional.empty();
    }
    Bytes bytes = Bytes.of(FingerImage.impression(finger, impression, type));
    uploaded.put(bytes, finger);
    return Optional.of(bytes);
  }

  /** DownImage: a picture that is not of this module's making is the finger of its bytes. */
  void takeImage(byte[] bytes) {
    Bytes whole = Bytes.of(bytes);
    Finger stranger = new Finger("image " + whole.hashCode(), Finger.Skin.GOOD);
    image = uploaded.getOrDefault(whole, stranger);
  }

  Confirmation extract(int buffer) {
    Finger captured = image;
    if (captured == null) {
      return Confirmation.NO_IMAGE;
    }
    return switch (mischief.skin(captured)) {
      case DRY -> type.dry();
      case WET -> type.wet();
      case GOOD -> {
        buffers.extracted(buffer, FingerModel.capture(captured.id(), type, random));
        yield Confirmation.DONE;
      }
    };
  }

  Confirmation merge() {
    List<Template> captures = buffers.captures();
    boolean same =
        captures.stream()
            .allMatch(one -> isMatch(FingerModel.score(captures.getFirst(), one), level));
    if (captures.isEmpty() || !(same || mischief.mergesAnything())) {
      return Confirmation.CANNOT_COMBINE;
    }
    buffers.merged(FingerModel.merge(captures, type));
    return Confirmation.DONE;
  }

  Found match() {
    int score =
        buffers
            .pair()
            .map(two -> mischief.score(FingerModel.score(two.one(), two.other()), two.raw()))
            .orElse(0);
    passed = isMatch(score, level);
    return passed
        ? new Found(Confirmation.DONE, 0, score)
        : new Found(Confirmation.NOT_MATCHING, 0, 0);
  }

  private static boolean isMatch(int score, int level) {
    return score >= SCORE_PER_LEVEL * level;
  }

  Found search(int buffer, int first, int count) {
    return search(buffers.wanted(buffer), first, count, level);
  }

  Found search(Optional<Template> sought, int first, int count, int wantedLevel) {
    Optional<Library.Hit> hit =
        sought
            .flatMap(wanted -> library.search(wanted, first, count))
            .map(best -> new Library.Hit(best.page(), mischief.score(best.score(), false)))
            .filter(best -> isMatch(best.score(), wantedLevel));
    passed = hit.isPresent();
    return hit.map(best -> new Found(Confirmation.DONE, best.page(), best.score()))
        .orElse(new Found(Confirmation.NOT_FOUND, 0, 0));
  }

  Confirmation store(int buffer, int page) {
    if (!library.covers(page)) {
      return Confirmation.PAGE_BEYOND_LIBRARY;
    }
    Optional<Template> template = buffers.out(buffer);
    template.ifPresent(kept -> library.store(page, kept));
    return template.isPresent() ? Confirmation.DONE : Confirmation.TEMPLATE_INVALID;
  }

  Confirmation load(int buffer, int page) {
    if (!library.covers(page)) {
      return Confirmation.PAGE_BEYOND_LIBRARY;
    }
    Optional<Template> template = library.load(page);
    template.ifPresent(loaded -> buffers.in(buffer, loaded));
    return template.isPresent() ? Confirmation.DONE : Confirmation.TEMPLATE_INVALID;
  }

  Confirmation delete(int page, int count) {
    if (!library.covers(page) || !library.covers(page + Math.max(1, count) - 1)) {
      return Confirmation.CANNOT_DELETE;
    }
    library.delete(page, count);
    return Confirmation.DONE;
  }

  /** AS608: the finger on the glass goes into the first free page, in one go. */
  Found enrolAtOnce() {
    Optional<Finger> finger = world.hands().finger();
    if (finger.isEmpty() || mischief.skin(finger.get()) != Finger.Skin.GOOD) {
      return new Found(Confirmation.ENROLMENT_FAILED, 0, 0);
    }
    int page = library.firstFree();
    if (page < 0) {
      return new Found(Confirmation.LIBRARY_FULL, 0, 0);
    }
    String id = finger.get().id();
    library.store(
        page,
        FingerModel.merge(
            List.of(FingerModel.capture(id, type, random), FingerModel.capture(id, type, random)),
            type));
    return new Found(Confirmation.DONE, page, 0);
  }

  /** AS608: the finger on the glass is looked for in the whole library. */
  Found identifyAtOnce() {
    Confirmation captured = captureImage();
    Confirmation found = captured == Confirmation.DONE ? extract(1) : captured;
    return found == Confirmation.DONE ? search(1, 0, library.capacity()) : new Found(found, 0, 0);
  }

  /** Begins an automatic enrolment or identification of the R503. */
  void begin(AutoTask begun) {
    task = begun;
  }

  void cancel() {
    task = null;
  }

  /** What the running task has to tell. */
  Optional<AutoTask.Report> report() {
    AutoTask running = task;
    Optional<AutoTask.Report> told = running == null ? Optional.empty() : running.nextReport();
    if (told.isPresent() && told.get().last()) {
      task = null;
    }
    return told;
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

  /** How many units stood in this place before. */
  int unit() {
    return units;
  }

  /** Bit 1 last finger matched, bit 2 password verified, bit 3 image valid. */
  int status() {
    return (passed ? 2 : 0) | (verified ? 4 : 0) | (image != null ? 8 : 0);
  }

  @Override
  public void advance(long simulatedNanos) {
    AutoTask running = task;
    if (running != null) {
      running.advance(simulatedNanos);
    }
  }

  @Override
  public void powerOff() {
    buffers.clearAll();
    image = null;
    task = null;
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
    units++;
  }
}
