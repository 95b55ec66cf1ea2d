package clinic.mmt.dispenser.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.domain.identity.Enrolment.Finger;
import clinic.mmt.dispenser.domain.identity.Enrolment.Lack;
import clinic.mmt.dispenser.domain.identity.Enrolment.Signers;
import clinic.mmt.dispenser.domain.identity.Enrolment.SoFar;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** what an enrolment needs before two members of staff complete it. */
class EnrolmentTest {

  @ParameterizedTest
  @CsvSource({
    // photo, fingers, consent, alike (-1: nobody looked), words, what is missing
    "false, 2, true, 0, said, PHOTO",
    "true, 0, true, 0, '', FINGERS",
    "true, 1, true, 0, ' ', FINGERS",
    "true, 2, true, 0, '', -",
    "true, 1, true, 0, one hand is hurt, -",
    "true, 0, false, 0, '', -", // fingerprints are refused: the equal path
    "true, 2, true, -1, said, LOOK_UP",
    "true, 2, true, 1, ' ', DECISION",
    "true, 2, true, 1, a cousin, -"
  })
  void whatIsMissingFirst(
      boolean photo, int fingers, boolean consent, int alike, String words, String lack) {
    SoFar soFar =
        new SoFar(photo, fingers, consent, Optional.of(alike).filter(found -> found >= 0), words);
    assertEquals(lack, soFar.lack().map(Enum::name).orElse("-"));
  }

  @Test
  void everyLackIsInTheTableAbove() {
    assertEquals(4, Lack.values().length);
  }

  /** never one person alone. */
  @Test
  void twoMembersOfStaffEnrol() {
    StaffId one = new StaffId("S-1");
    assertThrows(IllegalArgumentException.class, () -> new Signers(one, new StaffId("S-1")));
    assertEquals(one, new Signers(one, new StaffId("S-2")).first());
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "10, true", "11, false"})
  void aFingerIsOneOfTen(int finger, boolean may) {
    if (may) {
      assertEquals(finger, new Finger(finger, "model", 60).finger());
    } else {
      assertThrows(IllegalArgumentException.class, () -> new Finger(finger, "model", 60));
    }
  }
}
