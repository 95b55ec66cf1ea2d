package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.Verdict;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.queue.Ticket;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands on the downtime sheet of a station: everybody who may come today, and how much
 * . It is printed at the opening and after each change of an order; the version tells whether
 * the one in hand is still right.
 */
public final class PaperList {

  private final House house;
  private final Entitlement entitlement;

  /** For one clinic. */
  public PaperList(House house) {
    this.house = house;
    this.entitlement = new Entitlement(house);
  }

  /**
   * One person.
   *
   * @param number of the day, where somebody has come already
   * @param dose what the rules allow today, or what is ordered where a doctor has to decide
   * @param volume the same in the mounted strength
   * @param standing what is to be done
   */
  public record Line(
      PatientId patient,
      Optional<Ticket> number,
      Mass dose,
      Optional<Volume> volume,
      Standing standing) {}

  /** What the sheet says beside a name. */
  public enum Standing {
    /** May be given the dose. */
    MAY,
    /** A doctor decides first. */
    DOCTOR,
    /** Today's dose is in the book already. */
    DOSED
  }

  /**
   * A sheet.
   *
   * @param version short digest of what it says: another one means print again
   * @param validUntil it is used no longer than until then
   */
  public record Sheet(
      StationId station,
      LocalDate day,
      Instant printed,
      Instant validUntil,
      String version,
      Optional<Concentration> strength,
      List<Line> lines) {}

  /** The sheet of a station as of now; a long read. */
  public Sheet of(Reads reads, StationId station) {
    LocalDate today = house.calendar().today();
    Optional<Concentration> strength = reads.mounted(station).map(MountedBottle::concentration);
    List<Line> lines =
        reads.due(today).stream().map(due -> line(reads, due, today, strength)).toList();
    Instant now = house.clock().instant();
    Duration valid = house.rules(reads).counter().degraded().sheetValid();
    return new Sheet(
        station, today, now, now.plus(valid), version(today, strength, lines), strength, lines);
  }

  private Line line(Reads reads, Due due, LocalDate today, Optional<Concentration> strength) {
    PatientId patient = due.patient();
    Prescription order = reads.prescription(patient, today).orElseThrow();
    boolean dosed = due.phase().map(p -> p.guard() != Phase.Guard.FREE).orElse(false);
    Verdict verdict = entitlement.verdict(reads, order);
    boolean may = verdict.decision() == Verdict.Decision.DISPENSE;
    Mass dose = may ? verdict.dose() : order.doseOn(today);
    Standing other = dosed ? Standing.DOSED : Standing.DOCTOR;
    return new Line(
        patient,
        reads.door().arrival(patient, today).map(placed -> placed.arrival().ticket()),
        dose,
        strength.map(s -> s.volumeFor(dose)),
        may && !dosed ? Standing.MAY : other);
  }

  private static String version(
      LocalDate today, Optional<Concentration> strength, List<Line> lines) {
    return Digests.sha256(
            lines.stream()
                .map(l -> l.patient().value() + " " + l.dose().micrograms() + " " + l.standing())
                .collect(Collectors.joining("\n", today + " " + strength + "\n", "")))
        .substring(0, 8);
  }
}
