package clinic.mmt.dispenser.app.notice;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.app.day.OpenItems;
import clinic.mmt.dispenser.app.day.UrgentReports;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.stock.Forecasts;
import clinic.mmt.dispenser.app.stock.Pace;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.notice.NoticeRules;
import clinic.mmt.dispenser.domain.notice.StandingNotice;
import clinic.mmt.dispenser.domain.notice.Stands;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Notices;
import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.dispenser.domain.service.PumpGate;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The standing notices of a clinic. A read beside the ledger thread, on the caller's; anybody of
 * the staff may see it, since it says nothing of a person and no amount.
 */
public final class NoticeBoard {

  private static final long MICROGRAMS = 1000;

  private final House house;
  private final Forecasts forecasts;

  /** Read once a day: it is every dose of four weeks. */
  private final AtomicReference<Pace> pace =
      new AtomicReference<>(new Pace(LocalDate.MIN, Map.of()));

  /** For one clinic. */
  public NoticeBoard(House house) {
    this.house = house;
    this.forecasts = new Forecasts(house);
  }

  /**
   * What stands now.
   *
   * @param working every station, with who is signed in there
   */
  public List<StandingNotice> now(SortedMap<StationId, List<StaffId>> working) {
    return house.journal().look(reads -> NoticeRules.of(stands(reads, working)));
  }

  private Stands stands(Reads reads, SortedMap<StationId, List<StaffId>> working) {
    LocalDate today = house.calendar().today();
    Profile profile = house.rules(reads).counter();
    Notices notices = house.rules(reads).treatment().notices();
    long counted = reads.stock().days().latestEntry(StockDayFact.CountBooked.class);
    return new Stands(
        today,
        house.clock().instant(),
        UrgentReports.open(reads.stock().days(), today),
        OpenItems.of(reads, today).stream().map(item -> named(reads, working, item)).toList(),
        OpenItems.alarms(reads, today),
        beyond(reads.stock().days(), today),
        working.entrySet().stream()
            .map(
                at ->
                    new Stands.Station(
                        at.getKey(),
                        pump(reads, at.getKey(), today, profile.pumps().drift()),
                        reads.pumps().incidentsAfter(at.getKey(), counted).stream()
                            .map(PumpFact.MovedAlone::day)
                            .toList(),
                        bottle(reads, at.getKey()),
                        custody(reads, at.getKey(), at.getValue())))
            .toList(),
        DayCloses.unclosed(reads, today),
        notices.closeOwed(),
        reads.degraded().openDowntimes().stream().map(Downtime::day).toList(),
        Certificates.ending(reads, today, notices.certificateWarns()),
        stock(reads, today),
        profile.bottles().stockLowDays());
  }

  /** A difference of a cup is named by a dose: nothing of that is told. */
  private static CloseList.Item named(
      Reads reads, SortedMap<StationId, List<StaffId>> stations, CloseList.Item item) {
    String of = item.of().split("\\|", 2)[0];
    boolean known =
        stations.keySet().stream().anyMatch(station -> station.value().equals(of))
            || reads.stock().bottle(new BottleId(of)).isPresent();
    return item.kind() != CloseList.Sort.UNEXPLAINED || known
        ? item
        : new CloseList.Item(item.kind(), "", item.since());
  }

  private static boolean beyond(StockDayReads days, LocalDate today) {
    Optional<CountScope> scope = days.count().filter(s -> s.day().equals(today));
    return scope
        .filter(s -> !days.booked(s.id()))
        .flatMap(s -> days.stored(s.id(), s.attempt()))
        .filter(stored -> !stored.beyond().isEmpty())
        .isPresent();
  }

  private static Stands.Pump pump(Reads reads, StationId station, LocalDate today, Band drift) {
    PumpStand stand = reads.pumps().stand(station);
    Optional<PumpGate> against =
        PumpGate.against(stand, today, drift)
            .filter(gate -> gate != PumpGate.IN_SERVICE || unknown(reads, stand));
    return new Stands.Pump(
        stand.chart().level(drift), stand.chart().levelBefore(today, drift), against);
  }

  private static boolean unknown(Reads reads, PumpStand stand) {
    return stand
        .open()
        .flatMap(reads.pumps()::act)
        .filter(act -> act.phase() == ServiceAct.Phase.UNKNOWN)
        .isPresent();
  }

  private static Optional<Stands.Mounted> bottle(Reads reads, StationId station) {
    return reads
        .mounted(station)
        .flatMap(
            m -> m.labelled().map(known -> new Stands.Mounted(m.bottle().value(), known.until())));
  }

  private static Optional<Stands.Custody> custody(
      Reads reads, StationId station, List<StaffId> working) {
    boolean labelled = reads.mounted(station).flatMap(MountedBottle::labelled).isPresent();
    return labelled && !working.isEmpty()
        ? Optional.of(
            new Stands.Custody(reads.stock().days().custody(station).map(Custody::keeper), working))
        : Optional.empty();
  }

  private List<Stands.Lasting> stock(Reads reads, LocalDate today) {
    if (reads.stock().labelled() == 0 || reads.stock().days().blind(today)) {
      return List.of();
    }
    Pace of = pace.updateAndGet(known -> known.day().equals(today) ? known : Pace.of(reads, today));
    return forecasts.lasting(reads, of).entrySet().stream()
        .map(lasting -> new Stands.Lasting(strength(lasting.getKey()), lasting.getValue()))
        .toList();
  }

  private static String strength(Concentration c) {
    long micrograms = c.microgramsPerMillilitre();
    return micrograms % MICROGRAMS == 0
        ? micrograms / MICROGRAMS + "\u00a0mg/mL"
        : micrograms + "\u00a0µg/mL";
  }
}
