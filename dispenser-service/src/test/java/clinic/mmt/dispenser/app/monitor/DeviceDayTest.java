package clinic.mmt.dispenser.app.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.monitor.DeviceDay.Is;
import clinic.mmt.dispenser.app.monitor.DeviceDay.Line;
import clinic.mmt.dispenser.app.monitor.DeviceDay.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each device was over the day, the worst of every five minutes. */
class DeviceDayTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Name PUMP = new Name("s1", "pump", "pump-1");

  private final DeviceDay devices =
      new DeviceDay(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC));

  private static Instant at(String time) {
    return Instant.parse(DAY + "T" + time + "Z");
  }

  private void see(Is is, String time) {
    devices.see(PUMP, is, DAY, at(time));
  }

  private Line line(String time) {
    return devices.lines(DAY, at(time)).getFirst();
  }

  private List<String> runs(String time) {
    return line(time).runs().stream()
        .map(run -> run.is() + " " + run.from().toString().substring(11, 16) + " " + run.slots())
        .toList();
  }

  @Test
  void aLossOfASecondIsSeenInItsFiveMinutes() {
    see(Is.READY, "07:01:00");
    see(Is.LOST, "07:21:00");
    see(Is.READY, "07:21:01");
    assertEquals(List.of("READY 07:00 4", "LOST 07:20 1", "READY 07:25 2"), runs("07:30:00"));
    assertEquals(1, line("07:30:00").losses());
    assertEquals(Is.READY, line("07:30:00").now());
  }

  @Test
  void whatItIsGoesOnUntilItIsSeenOtherwise() {
    see(Is.BUSY, "07:00:00");
    see(Is.TROUBLE, "08:00:00");
    assertEquals(List.of("BUSY 07:00 12", "TROUBLE 08:00 13"), runs("09:00:00"));
  }

  /** A service that starts finds its devices one after the other: that is no loss. */
  @Test
  void whatWasNotFoundYetWasNotLost() {
    see(Is.LOST, "07:00:10");
    assertEquals(List.of("LOST 07:00 1"), runs("07:00:11"), "until it is found, it is not there");
    see(Is.READY, "07:00:20");
    assertEquals(List.of("READY 07:00 1"), runs("07:00:30"));
    assertEquals(0, line("07:00:30").losses());
    see(Is.LOST, "07:00:40");
    assertEquals(1, line("07:00:50").losses(), "the control");
  }

  @Test
  void aNewDayBeginsWithWhatItWas() {
    see(Is.READY, "22:00:00");
    see(Is.LOST, "23:58:00");
    LocalDate next = DAY.plusDays(1);
    Line line = devices.lines(next, Instant.parse(next + "T00:07:00Z")).getFirst();
    assertEquals(Is.LOST, line.now());
    assertEquals(0, line.losses(), "it was lost the day before");
    assertEquals(2, line.runs().getFirst().slots());
  }

  @Test
  void aClockThatIsWrongStaysWithinTheDay() {
    see(Is.READY, "12:00:00");
    devices.see(PUMP, Is.LOST, DAY, at("12:00:00").plusSeconds(400_000));
    devices.see(PUMP, Is.READY, DAY, at("12:00:00").minusSeconds(400_000));
    assertEquals(Is.READY, line("12:01:00").now());
  }

  @Test
  void itNeverGrows() {
    for (int i = 0; i < DeviceDay.DEVICES_MOST + 10; i++) {
      devices.see(new Name("s" + i, "pump", "pump-" + i), Is.READY, DAY, at("07:00:00"));
    }
    assertEquals(DeviceDay.DEVICES_MOST, devices.lines(DAY, at("07:00:00")).size());
  }
}
