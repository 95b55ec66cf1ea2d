package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.degraded.PowerSeen;
import clinic.mmt.dispenser.app.degraded.PowerSeen.Papers;
import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.http.PowerPapers;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.PaperFolder;
import clinic.mmt.dispenser.ups.NutClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the papers, tells the counters and the log what they run on. */
final class PowerAtService implements PowerWatch.Copies {

  /** A UPS that does not answer within this is not there. */
  private static final Duration ASKED_FOR = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(PowerAtService.class);

  private final House house;
  private final PaperFolder folder;
  private final List<Counter> counters;
  private final PowerPapers papers;
  private final Executor paperwork;
  private String logged = "";

  /**
   * Of one service.
   *
   * @param paperwork reads and writes pages, one after the other
   */
  PowerAtService(
      House house, PaperFolder folder, Map<String, Counter> counters, Executor paperwork) {
    this.house = house;
    this.folder = folder;
    this.counters = List.copyOf(counters.values());
    this.papers =
        new PowerPapers(house, counters.keySet().stream().sorted().map(StationId::new).toList());
    this.paperwork = paperwork;
  }

  /** Who asks the UPS; {@code executor} waits for it. */
  static NutClient client(ServiceConfig.Ups ups, Executor executor) {
    return new NutClient(
        ups.name(),
        InetSocketAddress.createUnresolved(ups.at().host(), ups.at().port()),
        ASKED_FOR,
        executor);
  }

  /** Asks from now on; what is learnt runs through {@code queue}. */
  void watch(PowerWatch.Ups ups, Executor queue) {
    new PowerWatch(house, ups, this, queue, this::seen).begin();
  }

  private void seen(PowerSeen seen) {
    String now = words(seen);
    if (!now.equals(logged)) {
      logged = now;
      LOG.warn("power: {}", now);
    }
    counters.forEach(counter -> counter.power(seen));
  }

  /** Not the minutes: the log is to have what changed, not each minute of it. */
  private static String words(PowerSeen seen) {
    String power =
        switch (seen.power()) {
          case Power.Mains mains -> "mains";
          case Power.OnBattery battery ->
              seen.noNewPours().isPresent() ? "battery, no new pours" : "battery";
          case Power.Unknown(Power.Why why) -> "unknown, " + why;
        };
    return power
        + switch (seen.papers()) {
          case Papers.None none -> "";
          case Papers.At(String place) -> "; who was dosed today is in " + place;
          case Papers.Failed failed -> "; who was dosed today could not be saved";
        };
  }

  @Override
  public void save(Consumer<Optional<String>> place) {
    paperwork.execute(
        () -> {
          try {
            papers.pages(pages -> paperwork.execute(() -> place.accept(written(pages))));
          } catch (RuntimeException e) {
            LOG.error("who was dosed today could not be read", e);
            place.accept(Optional.empty());
          }
        });
  }

  private Optional<String> written(SequencedMap<String, String> pages) {
    try {
      return Optional.of(folder.save(pages).toString());
    } catch (IOException e) {
      LOG.error("who was dosed today could not be saved", e);
      return Optional.empty();
    }
  }

  @Override
  public void remove() {
    paperwork.execute(
        () -> {
          try {
            folder.remove();
          } catch (IOException e) {
            LOG.error("papers that name patients could not be removed from the data folder", e);
          }
        });
  }
}
