package clinic.mmt.dispenser.domain.notice;

import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.service.PumpGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which notices stand, how urgent each is, and in which order they are read. */
public final class NoticeRules {

  private static final Comparator<StandingNotice> ORDER =
      Comparator.comparing(StandingNotice::level)
          .thenComparing(StandingNotice::sort)
          .thenComparing(n -> n.since().orElse(LocalDate.MIN))
          .thenComparing(n -> n.station().map(Object::toString).orElse(""));

  private NoticeRules() {}

  /** All that stands, the most urgent first and of those the sort that is ended soonest. */
  public static List<StandingNotice> of(Stands s) {
    List<StandingNotice> all = new ArrayList<>();
    s.stations().forEach(station -> all.addAll(at(station, s.today())));
    unclosed(s).ifPresent(all::add);
    s.sheets().stream()
        .min(Comparator.naturalOrder())
        .map(since -> StandingNotice.of(NoticeSort.SHEET_OWED, Level.MEDIUM, since))
        .ifPresent(all::add);
    s.reports().forEach(report -> all.add(of(report, s)));
    s.alarms().forEach(alarm -> all.add(of(alarm)));
    if (s.beyond()) {
      all.add(StandingNotice.of(NoticeSort.COUNT_BEYOND, Level.MEDIUM, s.today()));
    }
    all.addAll(items(s.items()));
    s.stock().stream()
        .filter(lasting -> lasting.days() < s.stockLow())
        .forEach(lasting -> all.add(of(lasting, s)));
    s.certificates().forEach(last -> all.add(certificate(last, s.today())));
    all.sort(ORDER);
    return List.copyOf(all);
  }

  // ---- A station ----

  private static List<StandingNotice> at(Stands.Station s, LocalDate today) {
    List<StandingNotice> all = new ArrayList<>();
    s.movedAlone().stream()
        .min(Comparator.naturalOrder())
        .map(
            since ->
                StandingNotice.at(
                    s.station(), NoticeSort.MOVED_ALONE, Level.HIGH, Optional.of(since)))
        .ifPresent(all::add);
    pump(s, today).ifPresent(all::add);
    s.bottle()
        .filter(bottle -> !bottle.until().isAfter(today))
        .map(
            bottle ->
                StandingNotice.at(
                        s.station(),
                        NoticeSort.BOTTLE_ENDS,
                        bottle.until().isBefore(today) ? Level.MEDIUM : Level.LOW,
                        Optional.of(bottle.until()))
                    .about(List.of(bottle.label()))
                    .until(bottle.until()))
        .ifPresent(all::add);
    s.custody()
        .filter(c -> c.keeper().map(keeper -> !c.working().contains(keeper)).orElse(true))
        .map(c -> c.keeper().isPresent() ? Level.MEDIUM : Level.LOW)
        .map(
            level ->
                StandingNotice.at(s.station(), NoticeSort.HAND_OVER, level, Optional.of(today)))
        .ifPresent(all::add);
    return all;
  }

  /** One of a pump: what stops it now goes before what its doses say. */
  private static Optional<StandingNotice> pump(Stands.Station s, LocalDate today) {
    Stands.Pump pump = s.pump();
    Optional<LocalDate> since =
        pump.morning().compareTo(pump.level()) < 0 ? Optional.of(today) : Optional.empty();
    return pump.against()
        .map(gate -> StandingNotice.at(s.station(), sort(gate), Level.MEDIUM, Optional.empty()))
        .or(
            () ->
                switch (pump.level()) {
                  case WELL -> Optional.empty();
                  case SCALE_STUCK ->
                      Optional.of(
                          StandingNotice.at(
                              s.station(),
                              NoticeSort.SCALE_STUCK,
                              Level.MEDIUM,
                              Optional.of(today)));
                  case ADVISED ->
                      Optional.of(
                          StandingNotice.at(
                              s.station(), NoticeSort.PUMP_ADVISED, Level.LOW, since));
                  case DEMANDED ->
                      Optional.of(
                          StandingNotice.at(
                              s.station(), NoticeSort.PUMP_DEMANDED, Level.MEDIUM, since));
                  case STOPPED ->
                      Optional.of(
                          StandingNotice.at(
                              s.station(), NoticeSort.PUMP_STOPPED, Level.MEDIUM, since));
                });
  }

  private static NoticeSort sort(PumpGate gate) {
    return switch (gate) {
      case IN_SERVICE -> NoticeSort.SERVICE_UNKNOWN;
      case NOT_PURGED -> NoticeSort.LINE_NOT_PURGED;
      case REPLACED -> NoticeSort.PUMP_NOT_CHECKED;
      case FAILED, DRIFTED -> NoticeSort.PUMP_STOPPED;
    };
  }

  // ---- The clinic ----

  /** From the day on that nobody may open the next one any more, or tomorrow, it is urgent. */
  private static Optional<StandingNotice> unclosed(Stands s) {
    return s.unclosed().stream()
        .min(Comparator.naturalOrder())
        .map(
            oldest -> {
              boolean stops = !oldest.isAfter(s.today().minusDays(s.closeOwed()));
              return StandingNotice.of(
                      NoticeSort.DAY_UNCLOSED, stops ? Level.MEDIUM : Level.LOW, oldest)
                  .until(oldest.plusDays(s.closeOwed()));
            });
  }

  private static StandingNotice of(UrgentReport report, Stands s) {
    Level level = s.now().isAfter(report.due()) ? Level.HIGH : Level.MEDIUM;
    return StandingNotice.of(NoticeSort.REPORT_DUE, level, report.day()).due(report.due());
  }

  /** What the alarm is laid to, as far as a label says it; a custody period has none. */
  private static StandingNotice of(DifferenceAlarm alarm) {
    return StandingNotice.of(NoticeSort.DIFFERENCE, Level.MEDIUM, alarm.day())
        .about(
            alarm.found().stream()
                .map(found -> found.at())
                .filter(at -> at.kind() != Attribution.Kind.CLINIC)
                .filter(at -> at.kind() != Attribution.Kind.CUSTODY)
                .map(Attribution::of)
                .distinct()
                .toList());
  }

  private static StandingNotice of(Stands.Lasting lasting, Stands s) {
    Level level = 2 * lasting.days() < s.stockLow() ? Level.MEDIUM : Level.LOW;
    return StandingNotice.of(NoticeSort.STOCK_LOW, level, s.today())
        .about(List.of(lasting.strength()))
        .until(s.today().plusDays(lasting.days()));
  }

  private static StandingNotice certificate(LocalDate last, LocalDate today) {
    return StandingNotice.of(
            NoticeSort.CERTIFICATE, last.isBefore(today) ? Level.MEDIUM : Level.LOW, today)
        .until(last);
  }

  // ---- The close list ----

  /** One of each sort, however many there are: since the oldest. */
  private static List<StandingNotice> items(List<CloseList.Item> items) {
    Map<NoticeSort, List<CloseList.Item>> sorted = new EnumMap<>(NoticeSort.class);
    for (CloseList.Item item : items) {
      sort(item.kind())
          .ifPresent(sort -> sorted.computeIfAbsent(sort, s -> new ArrayList<>()).add(item));
    }
    List<StandingNotice> all = new ArrayList<>();
    sorted.forEach(
        (sort, of) ->
            all.add(
                StandingNotice.of(
                        sort,
                        sort == NoticeSort.QUARANTINED ? Level.LOW : Level.MEDIUM,
                        of.stream()
                            .map(CloseList.Item::since)
                            .min(Comparator.naturalOrder())
                            .orElseThrow())
                    .about(of.stream().flatMap(item -> label(item).stream()).distinct().toList())));
    return all;
  }

  /** Alarms are told by themselves, with what they are laid to. */
  private static Optional<NoticeSort> sort(CloseList.Sort sort) {
    return switch (sort) {
      case BROKEN_WITHOUT_PAPER -> Optional.of(NoticeSort.BROKEN_WITHOUT_PAPER);
      case MISSING -> Optional.of(NoticeSort.MISSING);
      case SIGNATURE_OWED -> Optional.of(NoticeSort.SIGNATURE_OWED);
      case UNSETTLED_DOSE -> Optional.of(NoticeSort.UNSETTLED_DOSE);
      case QUARANTINED -> Optional.of(NoticeSort.QUARANTINED);
      case UNEXPLAINED -> Optional.of(NoticeSort.UNEXPLAINED);
      case DIFFERENCE -> Optional.empty();
    };
  }

  /**
   * A bottle's label, or the place of a difference without its batch. A dose and an act are named
   * by nothing that says something to a reader.
   */
  private static Optional<String> label(CloseList.Item item) {
    return switch (item.kind()) {
      case BROKEN_WITHOUT_PAPER, MISSING, QUARANTINED -> Optional.of(item.of());
      case UNEXPLAINED ->
          Optional.of(item.of().split("\\|", 2)[0]).filter(label -> !label.isEmpty());
      case SIGNATURE_OWED, UNSETTLED_DOSE, DIFFERENCE -> Optional.empty();
    };
  }
}
