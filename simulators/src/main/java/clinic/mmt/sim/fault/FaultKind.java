package clinic.mmt.sim.fault;

import clinic.mmt.sim.core.DeviceKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Everything that can be made to go wrong, with the devices it makes sense for. */
public enum FaultKind {
  /** The answer is swallowed. */
  NO_ANSWER("no-answer", Parameter.NONE, Set.of(DeviceKind.values())),
  /** The answer comes so many milliseconds late. */
  LATE_ANSWER("late-answer", Parameter.MILLISECONDS, Set.of(DeviceKind.values())),
  /** The answer ends after so many bytes. */
  TRUNCATE("truncate", Parameter.AT_BYTE, Set.of(DeviceKind.values())),
  /** The check of the answer is wrong; where a protocol has none, a byte is. */
  BAD_CHECKSUM("bad-checksum", Parameter.NONE, Set.of(DeviceKind.values())),
  /** So many random bytes come before the answer. */
  NOISE("noise", Parameter.BYTES, Set.of(DeviceKind.values())),
  /** The answer is held back and leaves together with the next one. */
  GLUED("glued", Parameter.NONE, Set.of(DeviceKind.values())),
  /** Each byte of the answer leaves alone. */
  SPLIT("split", Parameter.NONE, Set.of(DeviceKind.values())),
  /** The answer comes twice. */
  DUPLICATE_REPLY("duplicate-reply", Parameter.NONE, Set.of(DeviceKind.values())),
  /** The answer comes from another address. */
  WRONG_ADDRESS("wrong-address", Parameter.NONE, Set.of(DeviceKind.PUMP, DeviceKind.FINGERPRINT)),
  /** The cable is pulled after so many bytes of output. */
  UNPLUG("unplug", Parameter.AT_BYTE, Set.of(DeviceKind.values())),

  /** The motor stalls at so many microlitres of the run. */
  STALL("stall", Parameter.AT_MICROLITRES, Set.of(DeviceKind.PUMP)),
  /** More (or less) liquid moves than the pump counts. */
  OVER_POUR("over-pour", Parameter.FACTOR, Set.of(DeviceKind.PUMP)),
  /** STP is answered but not obeyed. */
  IGNORE_STOP("ignore-stop", Parameter.NONE, Set.of(DeviceKind.PUMP)),
  /** The pump counts, but only air moves. */
  AIR("air", Parameter.AT_MICROLITRES, Set.of(DeviceKind.PUMP)),
  /** The stopped pump lets liquid through. */
  SLOW_LEAK("slow-leak", Parameter.MICROLITRES_PER_SECOND, Set.of(DeviceKind.PUMP)),
  /** The inlet sucks air from so many microlitres of the run on. */
  BOTTLE_EMPTY("bottle-empty", Parameter.AT_MICROLITRES, Set.of(DeviceKind.PUMP)),
  /** The pump ends the run by itself at so many microlitres, as if done. */
  STOP_SHORT("stop-short", Parameter.AT_MICROLITRES, Set.of(DeviceKind.PUMP)),
  /** An error the pump finds in itself, by the number of its manual. */
  PUMP_ERROR("pump-error", Parameter.PUMP_CODE, Set.of(DeviceKind.PUMP)),
  /** What the pump sends unasked comes inside its next answer. */
  NEWS_IN_ANSWER("news-in-answer", Parameter.NONE, Set.of(DeviceKind.PUMP)),

  /** The shown weight no longer changes. */
  STUCK_WEIGHT("stuck-weight", Parameter.NONE, Set.of(DeviceKind.SCALE)),
  /** The weight never comes to rest. */
  UNSTABLE("unstable", Parameter.NONE, Set.of(DeviceKind.SCALE)),
  /** The weight creeps. */
  DRIFT("drift", Parameter.MICROGRAMS_PER_SECOND, Set.of(DeviceKind.SCALE)),
  /** The scale shows overload. */
  OVERLOAD("overload", Parameter.NONE, Set.of(DeviceKind.SCALE)),
  /** An error the scale finds in itself, by the number of its manual, in place of a weight. */
  SCALE_ERROR("scale-error", Parameter.SCALE_CODE, Set.of(DeviceKind.SCALE)),

  /** Every finger reads as dry. */
  DRY("dry", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** Every finger reads as wet. */
  WET("wet", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** Matching answers no whatever lies on the glass, so often of a thousand. */
  FALSE_MISMATCH("false-mismatch", Parameter.PERMILLE, Set.of(DeviceKind.FINGERPRINT)),
  /** Matching answers yes whatever lies on the glass, so often of a thousand. */
  FALSE_MATCH("false-match", Parameter.PERMILLE, Set.of(DeviceKind.FINGERPRINT)),
  /** DownChar is answered with 0E. */
  TEMPLATE_REFUSED("template-refused", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** The next command is not done but answered with this code. */
  ANSWER_CODE("answer-code", Parameter.CODE, Set.of(DeviceKind.FINGERPRINT)),
  /** The module starts anew in place of an answer. */
  REBOOT("reboot", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** Every other capture finds no finger though it lies still. */
  FLICKER("flicker", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** RegModel merges different fingers. */
  MERGE_ANYTHING("merge-anything", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** Match between two captures answers no. */
  RAW_MISMATCH("raw-mismatch", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** "No" is answered without numbers. */
  SHORT_ACK("short-ack", Parameter.NONE, Set.of(DeviceKind.FINGERPRINT)),
  /** A search in the library takes so much longer. */
  SLOW_SEARCH("slow-search", Parameter.MILLISECONDS, Set.of(DeviceKind.FINGERPRINT)),

  /** A second card lies in the field; their frames come in turn. */
  TWO_CARDS("two-cards", Parameter.NONE, Set.of(DeviceKind.TOKEN)),
  /** The first byte of a card's frame is lost. */
  LOST_START("lost-start", Parameter.NONE, Set.of(DeviceKind.TOKEN)),
  /** The digits of a card come in lower case. */
  LOWER_CASE("lower-case", Parameter.NONE, Set.of(DeviceKind.TOKEN)),
  /** Frames of a card come up to so much later than usual. */
  JITTER("jitter", Parameter.MILLISECONDS, Set.of(DeviceKind.TOKEN)),

  /** The text comes in another code page. */
  NOT_UTF8("not-utf8", Parameter.NONE, Set.of(DeviceKind.SCANNER)),
  /** The text comes without its end of line. */
  NO_SUFFIX("no-suffix", Parameter.NONE, Set.of(DeviceKind.SCANNER));

  private final String word;
  private final Parameter parameter;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
  private final Set<DeviceKind> kinds;

  FaultKind(String word, Parameter parameter, Set<DeviceKind> kinds) {
    this.word = word;
    this.parameter = parameter;
    this.kinds = kinds;
  }

  /** The word on the control port. */
  public String word() {
    return word;
  }

  /** What it takes besides {@code count}. */
  public Parameter parameter() {
    return parameter;
  }

  /** Whether such a device can have it. */
  public boolean suits(DeviceKind kind) {
    return kinds.contains(kind);
  }

  /** Whether it is of the line, and not of what the device does. */
  public boolean isOfLine() {
    return kinds.size() > 1;
  }

  /** Finds a fault by its word. */
  public static Optional<FaultKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
