package clinic.mmt.dispenser.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.domain.profile.Signers.One;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which change of a value holds on which day, and who may make one. */
class ValueChangeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final StaffId DOCTOR = new StaffId("doctor");
  private static final StaffId HEAD = new StaffId("head");

  private static ValueChange change(String key, String after, int from) {
    return new ValueChange(
        after,
        "P",
        key,
        "before",
        after,
        DAY.plusDays(from),
        "why",
        new Signers(DOCTOR, HEAD, DAY));
  }

  private static Map<String, String> on(int day, ValueChange... changes) {
    return ValueChange.inForce(List.of(changes), "P", DAY.plusDays(day));
  }

  @Test
  void aChangeHoldsFromItsFirstDayOn() {
    assertEquals(Map.of(), on(4, change("a", "1", 5)));
    assertEquals(Map.of("a", "1"), on(5, change("a", "1", 5)));
    assertEquals(Map.of("a", "1"), on(6, change("a", "1", 5)));
  }

  @Test
  void theLatestFirstDayHoldsAndOfOneDayTheLaterEntry() {
    assertEquals(Map.of("a", "2"), on(9, change("a", "1", 5), change("a", "2", 6)));
    assertEquals(Map.of("a", "1"), on(9, change("a", "1", 5), change("a", "2", 4)));
    assertEquals(Map.of("a", "2"), on(9, change("a", "1", 5), change("a", "2", 5)));
    assertEquals(Map.of("a", "1", "b", "2"), on(9, change("a", "1", 5), change("b", "2", 5)));
  }

  @Test
  void anotherProfilesChangesHoldNotHere() {
    assertEquals(
        Map.of(), ValueChange.inForce(List.of(change("a", "1", 0)), "another", DAY.plusDays(9)));
  }

  private static Optional<Signers> signers(One first, One second) {
    return Signers.of(first, second, DAY);
  }

  private static One one(StaffId staff, Role... roles) {
    return new One(staff, Set.of(roles));
  }

  @Test
  void aDoctorAndTheHeadSignInEitherOrder() {
    Optional<Signers> both = Optional.of(new Signers(DOCTOR, HEAD, DAY));
    assertEquals(both, signers(one(DOCTOR, Role.PRESCRIBER), one(HEAD, Role.HEAD)));
    assertEquals(both, signers(one(HEAD, Role.HEAD), one(DOCTOR, Role.PRESCRIBER)));
  }

  /** A head who is a doctor is one person, and needs the other function of somebody else. */
  @Test
  void oneOfTheTwoFunctionsAloneIsNotEnough() {
    One headAndDoctor = one(HEAD, Role.HEAD, Role.PRESCRIBER);
    assertEquals(Optional.empty(), signers(headAndDoctor, headAndDoctor));
    assertEquals(Optional.empty(), signers(headAndDoctor, one(DOCTOR, Role.PHARMACIST)));
    assertEquals(
        Optional.of(new Signers(DOCTOR, HEAD, DAY)),
        signers(headAndDoctor, one(DOCTOR, Role.PRESCRIBER)));
    assertEquals(
        Optional.empty(), signers(one(DOCTOR, Role.PRESCRIBER), one(HEAD, Role.PRESCRIBER)));
    assertThrows(IllegalArgumentException.class, () -> new Signers(HEAD, HEAD, DAY));
  }
}
