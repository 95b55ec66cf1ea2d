package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Packs of orders and of doses. */
public interface PackReads {

  /** The pack by which a patient is dosed here; empty of nearly everybody. */
  Optional<PackOrders> orders(PatientId patient);

  /** All packs of a kind and way, the oldest of each site first; a long read. */
  List<Pack> all(Pack.Kind kind, Pack.Way way);

  /** The latest pack of a kind, way and site. */
  default Optional<Pack> latest(Pack.Kind kind, Pack.Way way, SiteName site) {
    return all(kind, way).stream()
        .filter(pack -> pack.site().equals(site))
        .reduce((earlier, later) -> later);
  }

  /** What dose packs told besides doses that fit, in the order they were taken in; a long read. */
  List<Marked> marks();

  /** A mark and the dose pack that has it. */
  record Marked(SiteName site, int number, PackMark mark) {}

  /** Doses that moved after entry {@code sequence}, each as it is now; a long read. */
  List<Moved> movedSince(long sequence);

  /** All doses of these days, both included, in the order of their last entries; a long read. */
  List<State> dosesOf(LocalDate from, LocalDate to);

  /** A dose and its last entry. */
  record Moved(State state, long sequence) {}
}
