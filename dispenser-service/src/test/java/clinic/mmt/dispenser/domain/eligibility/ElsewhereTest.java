package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.site.Whereabouts;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** who is dosed elsewhere is not dosed here, until a doctor has asked there. */
class ElsewhereTest {

  private static final LocalDate TODAY = Someone.MONDAY_1ST;
  private static final SiteName OTHER = new SiteName("clinic-b");

  private static Verdict at(Whereabouts where, ReasonCode... released) {
    Someone someone = Someone.on(TODAY).at(where);
    for (ReasonCode code : released) {
      someone.released(code);
    }
    return someone.by("VN-2024");
  }

  private static Optional<GuestLetter> letter(GuestLetter.Way way) {
    return Optional.of(
        new GuestLetter(
            "G-1",
            new PatientId("P-1"),
            way,
            OTHER,
            TODAY.minusDays(1),
            TODAY.plusDays(2),
            new StaffId("S-1")));
  }

  private static void refused(ReasonCode expected, Verdict verdict) {
    assertEquals(Verdict.Decision.REFUSE, verdict.decision());
    assertEquals(expected, verdict.reasons().getFirst().code());
  }

  @Test
  void aGuestElsewhereAndWhoIsAssignedElsewhereIsRefusedUntilReleasedForTheDay() {
    Whereabouts guest =
        new Whereabouts(letter(GuestLetter.Way.OUT), Optional.empty(), Optional.empty());
    Whereabouts assigned = new Whereabouts(Optional.empty(), Optional.of(OTHER), Optional.empty());
    Verdict control = at(Whereabouts.HERE);
    refused(ReasonCode.GUEST_ELSEWHERE, at(guest));
    refused(ReasonCode.ASSIGNED_ELSEWHERE, at(assigned));
    assertEquals(control.decision(), at(guest, ReasonCode.GUEST_ELSEWHERE).decision());
    assertEquals(control.decision(), at(assigned, ReasonCode.ASSIGNED_ELSEWHERE).decision());
    refused(ReasonCode.GUEST_ELSEWHERE, at(guest, ReasonCode.ASSIGNED_ELSEWHERE));
  }

  @Test
  void aGuestHereIsRefusedOnOtherDaysAndNobodyReleasesThat() {
    Whereabouts over =
        new Whereabouts(Optional.empty(), Optional.empty(), letter(GuestLetter.Way.IN));
    refused(ReasonCode.GUEST_DAYS_OVER, at(over, ReasonCode.GUEST_DAYS_OVER));
  }
}
