package clinic.mmt.dispenser.app.monitor;

import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.DOSE_IN_DOUBT;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.FIRST_DOSE_LATE;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.HELD_BY_DOCTOR;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.HELD_BY_HEAD;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.HELD_BY_PHARMACIST;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.INTERVAL_ASKS;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.LESS_TWICE;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.MAYBE_DOSED;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.MISSED_EPISODE;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.MISSED_REDUCED;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.MISSED_REINDUCT;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.MISSED_REVIEW;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.NOT_A_DOSE;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.NOT_FIT;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.OUTSIDE_PRESCRIPTION;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.PARTS_ASK;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.PRESCRIPTION_TOO_LONG;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.REVIEW_DUE;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.RISE_BROKEN;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.ROLLING_HIGH;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.SENT_TO_DOCTOR;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.STEP_HIGH;
import static clinic.mmt.dispenser.domain.eligibility.ReasonCode.WATCHED;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why somebody waits for a doctor, as coarse as a screen on a wall may say it: one person with a
 * rare reason would be known by it, so pregnancy, age and other sites have no group of their own,
 * nor has what is not named here.
 */
public enum DoctorWhy {
  /** Days were missed. */
  ABSENCE(MISSED_REVIEW, MISSED_REDUCED, MISSED_REINDUCT, MISSED_EPISODE, RISE_BROKEN),
  /** No order that holds, or one that has to be signed anew. */
  ORDER(OUTSIDE_PRESCRIPTION, PRESCRIPTION_TOO_LONG, NOT_A_DOSE, REVIEW_DUE, LESS_TWICE, STEP_HIGH),
  /** Not fit, called to the doctor from a counter, or watched after a dose. */
  FITNESS(NOT_FIT, SENT_TO_DOCTOR, WATCHED, FIRST_DOSE_LATE),
  /** A hold by a doctor, a pharmacist or the head. */
  HOLD(HELD_BY_DOCTOR, HELD_BY_PHARMACIST, HELD_BY_HEAD),
  /** Nobody knows whether an earlier dose was taken, or it was too short a time ago. */
  DOUBT(DOSE_IN_DOUBT, MAYBE_DOSED, INTERVAL_ASKS, PARTS_ASK, ROLLING_HIGH),
  /** Anything else. */
  OTHER;

  /** Told before the rules of treatment are asked, so they are no reason of theirs. */
  private static final Set<String> NO_ORDER =
      Set.of("no-prescription-today", "imported-not-signed");

  private final Set<String> codes;

  DoctorWhy(ReasonCode... codes) {
    this.codes = Arrays.stream(codes).map(ReasonCode::code).collect(Collectors.toUnmodifiableSet());
  }

  /** Of what stops a dose at the door. */
  public static DoctorWhy of(Refusal stop) {
    if (NO_ORDER.contains(stop.code())) {
      return ORDER;
    }
    return Arrays.stream(values())
        .filter(why -> why.codes.contains(stop.code()))
        .findFirst()
        .orElse(OTHER);
  }
}
