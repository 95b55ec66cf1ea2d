package clinic.mmt.dispenser.domain.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.domain.staff.Certificate.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates are told ahead and end; days are counted from the last day. */
class CertificateTest {

  private static final LocalDate LAST = LocalDate.of(2027, 3, 1);
  private static final Certificate PLAIN =
      new Certificate("c", new StaffId("s"), Role.PRESCRIBER, "CC 1", LAST, Optional.empty());

  @Test
  void anActorOfTheJournalIsAnIdAndNoText() {
    assertEquals("S-1", new StaffId("S-1").value());
    for (String text : List.of("", "S 1", "Nguyễn", "x".repeat(65))) {
      assertThrows(IllegalArgumentException.class, () -> new StaffId(text), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-61, VALID, VALID",
    "-60, WARNS, VALID",
    "-46, WARNS, WARNS",
    "0, WARNS, WARNS",
    "1, EXPIRED, EXTENDED",
    "14, EXPIRED, EXTENDED",
    "15, EXPIRED, EXPIRED"
  })
  void itIsToldSixtyDaysAheadAndHoldsOnItsLastDay(int day, Standing plain, Standing extended) {
    Certificate more =
        PLAIN.extended(
            new Certificate.Extension(LAST.plusDays(14), "on its way", new StaffId("h")));
    assertEquals(plain, PLAIN.on(LAST.plusDays(day), 60));
    assertEquals(extended, more.on(LAST.plusDays(day), 60));
  }
}
