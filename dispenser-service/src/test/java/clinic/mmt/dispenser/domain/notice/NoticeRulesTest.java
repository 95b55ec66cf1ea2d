package clinic.mmt.dispenser.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.dispenser.domain.service.PumpChart;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which notices stand, how urgent each is, and in which order. */
class NoticeRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final StationId AT = new StationId("s1");
  private static final StaffId ONE = new StaffId("S-1");
  private static final StaffId OTHER = new StaffId("S-2");
  private static final int LOW = 14;
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  /** What the views say where nothing stands; a test changes one thing of it. */
  private record With(
      List<CloseList.Item> items,
      List<DifferenceAlarm> alarms,
      boolean beyond,
      Optional<Stands.Station> station,
      List<LocalDate> unclosed) {

    static final With NOTHING = new With(List.of(), List.of(), false, Optional.empty(), List.of());

    private Stands stands() {
      return new Stands(
          TODAY,
          NOW,
          List.of(),
          items,
          alarms,
          beyond,
          station.stream().toList(),
          unclosed,
          2,
          List.of(),
          List.of(),
          List.of(),
          LOW);
    }

    List<StandingNotice> notices() {
      return NoticeRules.of(stands());
    }
  }

  private static With items(CloseList.Item... items) {
    return new With(List.of(items), List.of(), false, Optional.empty(), List.of());
  }

  private static With station(Stands.Station station) {
    return new With(List.of(), List.of(), false, Optional.of(station), List.of());
  }

  private static With unclosed(int... daysAgo) {
    List<LocalDate> days = java.util.Arrays.stream(daysAgo).mapToObj(TODAY::minusDays).toList();
    return new With(List.of(), List.of(), false, Optional.empty(), days);
  }

  private static Stands.Pump pump(
      PumpChart.Level level, PumpChart.Level morning, Optional<PumpGate> against) {
    return new Stands.Pump(level, morning, against);
  }

  private static final Stands.Pump WELL =
      pump(PumpChart.Level.WELL, PumpChart.Level.WELL, Optional.empty());

  private static Stands.Station with(Stands.Pump pump) {
    return new Stands.Station(AT, pump, List.of(), Optional.empty(), Optional.empty());
  }

  private static Stands.Station kept(Optional<StaffId> keeper, StaffId... working) {
    return new Stands.Station(
        AT,
        WELL,
        List.of(),
        Optional.empty(),
        Optional.of(new Stands.Custody(keeper, List.of(working))));
  }

  private static Stands.Station mounted(int daysLeft) {
    return new Stands.Station(
        AT,
        WELL,
        List.of(),
        Optional.of(new Stands.Mounted("B-00001E", TODAY.plusDays(daysLeft))),
        Optional.empty());
  }

  private static StandingNotice only(With with) {
    List<StandingNotice> all = with.notices();
    assertEquals(1, all.size(), all.toString());
    return all.getFirst();
  }

  private static String told(StandingNotice n) {
    return n.sort() + " " + n.level();
  }

  @Test
  void nothingStandsWhereNothingIsOpen() { // the control of all others
    assertEquals(List.of(), With.NOTHING.notices());
    assertEquals(List.of(), station(with(WELL)).notices());
    assertEquals(List.of(), station(kept(Optional.of(ONE), OTHER, ONE)).notices());
    assertEquals(List.of(), station(mounted(1)).notices());
  }

  @Test
  void anAlarmOfTheDaysNamesWhatItIsLaidTo() {
    Finding finding =
        new Finding(TODAY, TODAY.minusDays(9), Finding.Kind.EVERY_DAY, Volume.ofMicrolitres(-8000));
    DifferenceAlarm alarm =
        new DifferenceAlarm(
            "da-1",
            TODAY.minusDays(2),
            "sc-1",
            List.of(
                new Differences.Found(Attribution.CLINIC, finding),
                new Differences.Found(new Attribution(Attribution.Kind.STATION, "s1"), finding),
                new Differences.Found(new Attribution(Attribution.Kind.CUSTODY, "cp-7"), finding)));
    StandingNotice told =
        only(new With(List.of(), List.of(alarm), false, Optional.empty(), List.of()));
    assertEquals("DIFFERENCE MEDIUM", told(told));
    assertEquals(List.of("s1"), told.of(), "whose period it was is no label and is not told");
    assertEquals(Optional.of(TODAY.minusDays(2)), told.since());
  }

  @Test
  void theCloseListsItemsAreOneNoticeOfEachSortSinceTheOldest() { // R-85, H109
    List<StandingNotice> all =
        items(
                new CloseList.Item(CloseList.Sort.QUARANTINED, "B-1", TODAY),
                new CloseList.Item(CloseList.Sort.QUARANTINED, "B-2", TODAY.minusDays(3)),
                new CloseList.Item(CloseList.Sort.UNEXPLAINED, "B-3|L-1", TODAY),
                new CloseList.Item(CloseList.Sort.UNEXPLAINED, "|L-1", TODAY),
                new CloseList.Item(CloseList.Sort.UNSETTLED_DOSE, "v-secret", TODAY),
                new CloseList.Item(CloseList.Sort.SIGNATURE_OWED, "a-secret", TODAY),
                new CloseList.Item(CloseList.Sort.DIFFERENCE, "da-1", TODAY))
            .notices();
    assertEquals(
        List.of(
            "UNEXPLAINED MEDIUM",
            "UNSETTLED_DOSE MEDIUM",
            "SIGNATURE_OWED MEDIUM",
            "QUARANTINED LOW"),
        all.stream().map(NoticeRulesTest::told).toList());
    assertEquals(List.of("B-3"), all.getFirst().of(), "a cup is named by a dose: not told");
    assertEquals(List.of("B-1", "B-2"), all.getLast().of());
    assertEquals(Optional.of(TODAY.minusDays(3)), all.getLast().since());
    assertFalse(all.toString().contains("secret"), "a dose is named nowhere");
  }

  @Test
  void everySortOfTheCloseListIsTold() {
    Set<CloseList.Sort> silent = EnumSet.of(CloseList.Sort.DIFFERENCE); // by its alarm
    for (CloseList.Sort sort : CloseList.Sort.values()) {
      int told = items(new CloseList.Item(sort, "X", TODAY)).notices().size();
      assertEquals(silent.contains(sort) ? 0 : 1, told, sort.name());
    }
  }

  @Test
  void aPumpIsToldByTheLevelOfItsChart() {
    PumpChart.Level well = PumpChart.Level.WELL;
    PumpChart.Level demanded = PumpChart.Level.DEMANDED;
    assertEquals(
        "PUMP_ADVISED LOW",
        told(only(station(with(pump(PumpChart.Level.ADVISED, well, Optional.empty()))))));
    StandingNotice today = only(station(with(pump(demanded, well, Optional.empty()))));
    assertEquals("PUMP_DEMANDED MEDIUM", told(today));
    assertEquals(Optional.of(TODAY), today.since(), "it was well this morning");
    assertEquals(
        Optional.empty(),
        only(station(with(pump(demanded, demanded, Optional.empty())))).since(),
        "the chart does not say on which day before");
    assertEquals(
        "SCALE_STUCK MEDIUM",
        told(only(station(with(pump(PumpChart.Level.SCALE_STUCK, well, Optional.empty()))))));
    assertEquals(
        "PUMP_STOPPED MEDIUM",
        told(only(station(with(pump(PumpChart.Level.STOPPED, well, Optional.empty()))))));
  }

  @Test
  void whatStopsAPumpGoesBeforeItsChart() {
    for (PumpGate gate : PumpGate.values()) {
      StandingNotice told =
          only(
              station(
                  with(pump(PumpChart.Level.ADVISED, PumpChart.Level.WELL, Optional.of(gate)))));
      NoticeSort expected =
          switch (gate) {
            case IN_SERVICE -> NoticeSort.SERVICE_UNKNOWN;
            case NOT_PURGED -> NoticeSort.LINE_NOT_PURGED;
            case REPLACED -> NoticeSort.PUMP_NOT_CHECKED;
            case FAILED, DRIFTED -> NoticeSort.PUMP_STOPPED;
          };
      assertEquals(expected, told.sort());
      assertEquals(Optional.of(AT), told.station());
      assertTrue(told.sort().counter(), "who stands at the counter reads it");
    }
  }

  @Test
  void liquidThatNobodyAskedForIsTheMostUrgent() { // H100
    Stands.Station station =
        new Stands.Station(
            AT,
            pump(PumpChart.Level.STOPPED, PumpChart.Level.WELL, Optional.of(PumpGate.DRIFTED)),
            List.of(TODAY, TODAY.minusDays(1)),
            Optional.empty(),
            Optional.empty());
    List<StandingNotice> all = station(station).notices();
    assertEquals("MOVED_ALONE HIGH", told(all.getFirst()));
    assertEquals(Optional.of(TODAY.minusDays(1)), all.getFirst().since());
    assertEquals(2, all.size());
  }

  @Test
  void whoWorksAtAStationAnswersForIt() {
    assertEquals("HAND_OVER LOW", told(only(station(kept(Optional.empty(), ONE)))));
    assertEquals("HAND_OVER MEDIUM", told(only(station(kept(Optional.of(OTHER), ONE)))));
  }

  @Test
  void anUnclosedDayIsUrgentBeforeItStopsTheNextOpening() {
    StandingNotice yesterday = only(unclosed(1));
    assertEquals("DAY_UNCLOSED LOW", told(yesterday));
    assertEquals(Optional.of(TODAY.plusDays(1)), yesterday.until(), "the last day to open another");
    assertEquals("DAY_UNCLOSED MEDIUM", told(only(unclosed(1, 2))));
    assertEquals(Optional.of(TODAY.minusDays(2)), only(unclosed(1, 2)).since());
    assertEquals("DAY_UNCLOSED MEDIUM", told(only(unclosed(3))));
  }

  @Test
  void aMountedBottleIsToldOnItsLastDay() {
    assertEquals("BOTTLE_ENDS LOW", told(only(station(mounted(0)))));
    assertEquals("BOTTLE_ENDS MEDIUM", told(only(station(mounted(-1)))));
  }

  private static List<String> stock(int... days) {
    List<Stands.Lasting> lasting =
        java.util.Arrays.stream(days).mapToObj(d -> new Stands.Lasting("10 mg/mL", d)).toList();
    Stands stands =
        new Stands(
            TODAY,
            NOW,
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of(),
            2,
            List.of(TODAY.minusDays(1)),
            List.of(TODAY.minusDays(1), TODAY.plusDays(30)),
            lasting,
            LOW);
    return NoticeRules.of(stands).stream()
        .map(n -> told(n) + n.until().map(day -> " " + day).orElse(""))
        .toList();
  }

  @Test
  void aStockThatLastsForFewDaysIsToldWithItsDay() {
    List<String> others =
        List.of("SHEET_OWED MEDIUM", "CERTIFICATE MEDIUM 2026-11-20", "CERTIFICATE LOW 2026-12-21");
    assertEquals(others, stock(LOW));
    assertTrue(stock(LOW - 1).contains("STOCK_LOW LOW 2026-12-04"), stock(LOW - 1).toString());
    assertTrue(stock(7).contains("STOCK_LOW LOW 2026-11-28"), "half of it is not below half");
    assertTrue(stock(6).contains("STOCK_LOW MEDIUM 2026-11-27"));
  }

  @Test
  void aStoredCountBeyondItsLimitStandsUntilItIsBooked() {
    With beyond = new With(List.of(), List.of(), true, Optional.empty(), List.of());
    assertEquals("COUNT_BEYOND MEDIUM", told(only(beyond)));
    assertFalse(NoticeSort.COUNT_BEYOND.counter());
  }

  private static StandingNotice report(Instant due) {
    Stands stands =
        new Stands(
            TODAY,
            NOW,
            List.of(
                new UrgentReport("ur-1", TODAY.minusDays(1), "sc-1", NOW.minusSeconds(3600), due)),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of(),
            2,
            List.of(),
            List.of(),
            List.of(),
            LOW);
    return NoticeRules.of(stands).getFirst();
  }

  @Test
  void anUrgentReportStandsWithItsMomentAndIsMostUrgentAfterIt() {
    assertEquals("REPORT_DUE MEDIUM", told(report(NOW)));
    assertEquals(Optional.of(NOW), report(NOW).due());
    assertEquals("REPORT_DUE HIGH", told(report(NOW.minusSeconds(1))));
  }
}
