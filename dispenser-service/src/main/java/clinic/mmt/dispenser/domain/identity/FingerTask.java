package clinic.mmt.dispenser.domain.identity;

import clinic.mmt.dispenser.domain.profile.Profile;
import java.util.Optional;

/**
 * What passed over fingers ask for, once there are many of one person within the profile's days.
 */
public enum FingerTask {
  /** Enrol again, or add another finger. */
  ENROL_AGAIN,
  /** A doctor looks: skin, work, or another way for good. */
  DOCTOR_REVIEW;

  /**
   * What {@code times} exceptions within the days ask for.
   *
   * @param sinceReview how many of them came after a doctor looked last
   */
  public static Optional<FingerTask> of(int times, int sinceReview, Profile.NoReads limits) {
    if (sinceReview >= limits.reviewFrom()) {
      return Optional.of(DOCTOR_REVIEW);
    }
    return times >= limits.enrolFrom() ? Optional.of(ENROL_AGAIN) : Optional.empty();
  }
}
