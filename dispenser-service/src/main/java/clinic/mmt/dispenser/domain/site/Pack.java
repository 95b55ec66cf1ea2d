package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A file between two sites, as the one that wrote it or took it in notes it. What it says
 * of patients is not part of this.
 *
 * @param kind orders out, or doses back
 * @param way written here, or taken in here
 * @param site the other one
 * @param number counts the packs of a kind from one site to another, from 1
 * @param made when it was written, by the clock of who wrote it
 * @param until an order pack's last moment
 * @param digest SHA-256 of the file, hex
 * @param upTo of a dose pack that was written here: entry of the journal up to which it tells doses
 * @param by who wrote it or took it in
 */
public record Pack(
    Kind kind,
    Way way,
    SiteName site,
    int number,
    Instant made,
    Optional<Instant> until,
    String digest,
    long upTo,
    StaffId by) {

  /** What a pack carries. */
  public enum Kind {
    /** From a treatment site: who is to be dosed, and how much. */
    ORDERS,
    /** Back: what was given, refused or is in doubt. */
    DOSES
  }

  /** Which way it went. */
  public enum Way {
    /** Written here. */
    OUT,
    /** Taken in here. */
    IN
  }

  /** What the persons of an order pack are staged as, until the journal has the pack. */
  public static String stagedAs(SiteName from, int number) {
    return "order-pack-" + from.value() + "-" + number;
  }
}
