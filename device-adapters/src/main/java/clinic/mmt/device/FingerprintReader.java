package clinic.mmt.device;

import java.util.List;
import java.util.function.Consumer;

/** A fingerprint module used as a 1:1 matcher with host-held templates; its library stays empty. */
public interface FingerprintReader extends Device {

  /**
   * Checks password, mark and settings, and that the library is empty; a library with anything in
   * it is emptied and the count told.
   */
  void prepare(Consumer<Answer<Integer>> reply);

  /** Compares the next finger on the glass with {@code templates} of one person. */
  void verify(
      List<FingerTemplate> templates, VerifyLimits limits, Consumer<Answer<FingerResult>> reply);

  /** Takes two captures of one finger, merges, reads back the template and proves it by a third. */
  void enrol(VerifyLimits limits, Consumer<Answer<FingerTemplate>> reply);

  /**
   * Writes the mark that binds this module to its window and reads it back. Another mark there is
   * {@link Fault.WrongDevice}, unless it is to be replaced. A module without one answers {@link
   * Fault.NotPermitted}.
   *
   * @param mark 64 hex digits, neither all 0 nor all f
   */
  default void bind(String mark, boolean replace, Consumer<Answer<DeviceIdentity>> reply) {
    reply.accept(Answer.failed(new Fault.NotPermitted("bind", "this module keeps no mark")));
  }

  /** Ends a running verification or enrolment with {@link FingerResult.Reason#CANCELLED}. */
  void cancel();
}
