package clinic.mmt.sim.fingerprint.zfm20;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fingers without images: a finger id gives 512 bytes, a capture changes some of them, and two
 * captures match when enough bytes are equal. Other fingers share hardly any.
 */
public final class FingerModel {

  private static final double CHANGED_MEAN = 0.06;
  private static final double CHANGED_SPREAD = 0.015;
  private static final double CHANGED_LEAST = 0.02;
  private static final double CHANGED_MOST = 0.12;

  /** Equal bytes that give score zero. */
  private static final int EQUAL_BYTES_BASE = 256;

  private static final double SCORE_PER_BYTE = 0.8;
  private static final long HASH_START = 0xcbf29ce484222325L;
  private static final long HASH_PRIME = 0x100000001b3L;
  private static final long ENROLMENT_SALT = 0x5eedL;

  private FingerModel() {}

  /** The template an enrolment of this finger would have given; always the same. */
  public static Template enrolled(String finger) {
    return enrolled(finger, ModuleType.ZFM_20);
  }

  /** The same for another module: templates of two families have nothing in common. */
  public static Template enrolled(String finger, ModuleType type) {
    SplittableRandom random = new SplittableRandom(seed(finger) ^ ENROLMENT_SALT);
    List<Template> captures = List.of(capture(finger, type, random), capture(finger, type, random));
    return merge(captures, type);
  }

  /** One capture; the random source decides which bytes differ. */
  static Template capture(String finger, ModuleType type, SplittableRandom random) {
    byte[] bytes = new byte[Template.BLOCK_BYTES];
    new SplittableRandom(seed(finger) + type.blocks() - 1).nextBytes(bytes);
    double changed =
        Math.clamp(
            CHANGED_MEAN + random.nextGaussian() * CHANGED_SPREAD, CHANGED_LEAST, CHANGED_MOST);
    for (int i = 0; i < bytes.length; i++) {
      if (random.nextDouble() < changed) {
        bytes[i] = (byte) random.nextInt(256);
      }
    }
    return new Template(bytes);
  }

  /** RegModel: each block of the template is made of two captures, one half of each. */
  static Template merge(List<Template> captures, ModuleType type) {
    ByteArrayOutputStream merged = new ByteArrayOutputStream();
    int half = Template.BLOCK_BYTES / 2;
    for (int block = 0; block < type.blocks(); block++) {
      byte[] first = captures.get(2 * block % captures.size()).bytes();
      byte[] second = captures.get((2 * block + 1) % captures.size()).bytes();
      merged.write(first, 0, half);
      merged.write(second, half, half);
    }
    return new Template(merged.toByteArray());
  }

  /** 0 for strangers; about 155 for two captures of one finger, 205 for equal ones. */
  static int score(Template one, Template other) {
    int above = one.equalBytes(other) - EQUAL_BYTES_BASE;
    return (int) Math.round(Math.max(0, above) * SCORE_PER_BYTE);
  }

  static long seed(String finger) {
    long hash = HASH_START;
    for (int i = 0; i < finger.length(); i++) {
      hash = (hash ^ finger.charAt(i)) * HASH_PRIME;
    }
    return hash;
  }
}
