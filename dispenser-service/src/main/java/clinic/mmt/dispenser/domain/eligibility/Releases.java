package clinic.mmt.dispenser.domain.eligibility;

import java.util.EnumSet;
import java.util.Set;

/** Reasons that a doctor may release for one day. */
final class Releases {

  private static final Set<ReasonCode> POSSIBLE =
      EnumSet.of(
          ReasonCode.MISSED_REVIEW,
          ReasonCode.SENT_TO_DOCTOR,
          ReasonCode.DOSE_IN_DOUBT,
          ReasonCode.INTERVAL_ASKS,
          ReasonCode.PARTS_ASK,
          ReasonCode.FIRST_DOSE_LATE,
          ReasonCode.ROLLING_HIGH,
          ReasonCode.REVIEW_DUE,
          ReasonCode.GUEST_ELSEWHERE,
          ReasonCode.ASSIGNED_ELSEWHERE,
          ReasonCode.ORDER_PACK_OLD,
          ReasonCode.NOT_IN_ORDER_PACK);

  private Releases() {}

  static boolean possible(ReasonCode code) {
    return POSSIBLE.contains(code);
  }
}
