package clinic.mmt.dispenser.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.identity.NoReadLimit.Counted;
import clinic.mmt.dispenser.domain.identity.PassedOver.Besides;
import clinic.mmt.dispenser.domain.identity.PassedOver.Why;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** R-05, H03: fingers that cannot be read, and how often they are passed over. */
class PassedOverTest {

  /** At each of the two limits, one below and at it; beyond, a pharmacist or doctor decides. */
  @ParameterizedTest
  @CsvSource({"-1, -1, true", "0, -1, false", "-1, 0, false", "0, 0, false"})
  void atEitherLimitSomebodyDecides(int part, int day, boolean allowed) {
    Profile profile = Profile.vietnamDraft();
    Profile.NoReads limits = profile.noReads();
    Counted counted = new Counted(limits.perPart() + part, limits.perDay() + day);
    assertEquals(allowed, NoReadLimit.allows(counted, profile));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "2, 1"})
  void aDoseThatStandsHasHadItsOwnException(int ofPart, int counted) {
    assertEquals(new Counted(counted, 7), new Counted(ofPart, 7).atTheSameDose());
  }

  private static Signature by(Role role) {
    return new Signature(new StaffId("S-1"), Set.of(role), "", "terminal", Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    "DISPENSER, , false",
    "PHARMACIST, , true",
    "PRESCRIBER, , true",
    "HEAD, , false",
    "DISPENSER, PHARMACIST, true",
    "DISPENSER, PRESCRIBER, true",
    "DISPENSER, HEAD, false",
    "PHARMACIST, DISPENSER, true"
  })
  void aPharmacistOrDoctorOfTheTwoDecides(Role first, Role second, boolean decided) {
    assertEquals(
        decided,
        NoReadLimit.decided(by(first), Optional.ofNullable(second).map(PassedOverTest::by)));
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void onlySomethingElseNeedsWords(Why why) {
    assertEquals(why == Why.OTHER, new PassedOver(why, " ", Besides.CITIZEN_CARD).lacksWords());
    PassedOver told = new PassedOver(why, "plaster", Besides.SPOKEN_FACT);
    assertEquals(false, told.lacksWords());
    assertEquals(Optional.of(told), PassedOver.of(told.detail()), "as it was written");
  }

  @Test
  void anAttemptOfBeforeThereWasAListSaysNothing() {
    assertEquals(Optional.empty(), PassedOver.of(Map.of("words", "wet")));
  }
}
