package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How it stands with packs: how old the orders are, and what of dose packs nobody has looked at.
 *
 * @param orders the latest order packs that were taken in here, one for each site
 * @param latest the latest pack of each kind, way and site
 * @param open what does not fit and still holds a dose
 * @param now the moment of this
 */
public record PackStand(List<Pack> orders, List<Pack> latest, List<Open> open, Instant now) {

  /** Copies the lists. */
  public PackStand {
    orders = List.copyOf(orders);
    latest = List.copyOf(latest);
    open = List.copyOf(open);
  }

  /** A mark whose hold is in force. */
  public record Open(PackReads.Marked marked, PatientId patient) {}

  /** Looks beside the ledger's thread, on the caller's. */
  public static PackStand of(House house) {
    Instant now = house.clock().instant();
    return house.journal().look(reads -> of(reads, now));
  }

  private static PackStand of(Reads reads, Instant now) {
    List<Pack> orders = latest(reads, Pack.Kind.ORDERS, Pack.Way.IN);
    List<Pack> others =
        List.of(
                latest(reads, Pack.Kind.ORDERS, Pack.Way.OUT),
                latest(reads, Pack.Kind.DOSES, Pack.Way.OUT),
                latest(reads, Pack.Kind.DOSES, Pack.Way.IN))
            .stream()
            .flatMap(List::stream)
            .toList();
    List<Open> open =
        reads.packs().marks().stream().flatMap(marked -> open(reads, marked).stream()).toList();
    return new PackStand(orders, others, open, now);
  }

  private static List<Pack> latest(Reads reads, Pack.Kind kind, Pack.Way way) {
    Map<SiteName, Pack> bySite = new LinkedHashMap<>();
    reads.packs().all(kind, way).forEach(pack -> bySite.put(pack.site(), pack));
    return List.copyOf(bySite.values());
  }

  private static Optional<Open> open(Reads reads, PackReads.Marked marked) {
    return marked
        .mark()
        .patient()
        .filter(
            patient ->
                reads.holds(patient).stream()
                    .anyMatch(hold -> hold.id().equals(marked.mark().hold())))
        .map(patient -> new Open(marked, patient));
  }

  /** Age of a pack in whole hours. */
  public long hours(Pack pack) {
    return Math.max(0, Duration.between(pack.made(), now).toHours());
  }

  /** Whether its time is over. */
  public boolean isOld(Pack pack) {
    return pack.until().map(now::isAfter).orElse(false);
  }
}
