package clinic.mmt.sim.fingerprint.zfm20;

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
    SplittableRandom random = new SplittableRandom(seed(finger) ^ ENROLMENT_SALT);
    return merge(capture(finger, random), capture(finger, random));
  }

  /** One capture; the random source decides which bytes differ. */
  static Template capture(String finger, SplittableRandom random) {
    byte[] bytes = new byte[Template.BYTES];
    new SplittableRandom(seed(finger)).nextBytes(bytes);
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

  /** RegModel of two captures: one half of each. */
  static Template merge(Template first, Template second) {
    byte[] merged = first.bytes();
    System.arraycopy(
        second.bytes(), Template.BYTES / 2, merged, Template.BYTES / 2, Template.BYTES / 2);
    return new Template(merged);
  }

  /** 0 for strangers; about 155 for two captures of one finger, 205 for equal ones. */
  static int score(Template one, Template other) {
    int above = one.equalBytes(other) - EQUAL_BYTES_BASE;
    return (int) Math.round(Math.max(0, above) * SCORE_PER_BYTE);
  }

  private static long seed(String finger) {
    long hash = HASH_START;
    for (int i = 0; i < finger.length(); i++) {
      hash = (hash ^ finger.charAt(i)) * HASH_PRIME;
    }
    return hash;
  }
}
