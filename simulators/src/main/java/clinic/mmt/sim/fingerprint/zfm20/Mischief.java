package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Finger;
import java.util.Optional;
import java.util.SplittableRandom;

/** The faults of a fingerprint module, each asked where it strikes. */
final class Mischief {

  /** Score a false match answers with. */
  static final int FALSE_MATCH_SCORE = 60;

  private static final int PERMILLE = 1000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final FaultBox faults;
  private final SplittableRandom random;
  private boolean flicker;

  Mischief(FaultBox faults, long seed) {
    this.faults = faults;
    this.random = new SplittableRandom(~seed);
  }

  /** The code that answers this command in place of its own doing. */
  Optional<Confirmation> forced() {
    return faults
        .use(FaultKind.ANSWER_CODE)
        .map(fault -> Confirmation.of(fault.value()).orElse(Confirmation.UNDEFINED));
  }

  /** Whether the module starts anew in place of an answer. */
  boolean reboots() {
    return faults.use(FaultKind.REBOOT).isPresent();
  }

  /** Every other capture finds no finger though it lies still. */
  boolean missesFinger() {
    flicker = !flicker && faults.use(FaultKind.FLICKER).isPresent();
    return flicker;
  }

  Finger.Skin skin(Finger captured) {
    if (faults.use(FaultKind.DRY).isPresent()) {
      return Finger.Skin.DRY;
    }
    return faults.use(FaultKind.WET).isPresent() ? Finger.Skin.WET : captured.skin();
  }

  boolean mergesAnything() {
    return faults.use(FaultKind.MERGE_ANYTHING).isPresent();
  }

  boolean refusesTemplate() {
    return faults.use(FaultKind.TEMPLATE_REFUSED).isPresent();
  }

  boolean answersShort() {
    return faults.use(FaultKind.SHORT_ACK).isPresent();
  }

  /** How much longer a search takes. */
  long searchNanos() {
    return faults.use(FaultKind.SLOW_SEARCH).map(Fault::value).orElse(0L) * NANOS_PER_MILLI;
  }

  /** A score, or what the module makes of it at the set rates. */
  int score(int score, boolean raw) {
    if ((raw && faults.use(FaultKind.RAW_MISMATCH).isPresent())
        || strikes(FaultKind.FALSE_MISMATCH)) {
      return 0;
    }
    return strikes(FaultKind.FALSE_MATCH) ? FALSE_MATCH_SCORE : score;
  }

  private boolean strikes(FaultKind kind) {
    boolean now =
        faults.active(kind).map(fault -> random.nextInt(PERMILLE) < fault.value()).orElse(false);
    return now && faults.use(kind).isPresent();
  }
}
