package clinic.mmt.dispenser.main.config;

import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.dispenser.app.device.Demand;
import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.queue.IntakeHours;
import clinic.mmt.dispenser.domain.report.ReportDue;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.quantity.FlowRate;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The service's configuration, as written in one YAML file.
 *
 * @param clinic the clinic's id
 * @param zone time zone of clinic days
 * @param site persons-per-act column
 * @param kind what the site is for
 * @param others public keys of other sites
 * @param profile rule values
 * @param closedDays days on which the clinic is officially closed
 * @param doctorUntil when the last doctor leaves, on every day
 * @param intake sittings of a day, and the last intake
 * @param mode training or production; a journal never changes it
 * @param data data folder
 * @param http where screens connect
 * @param management loopback port for metrics and health, 0 chooses one
 * @param speed how much faster simulated physics runs; 1 outside a demo
 * @param disk how much room the disk of the data folder has to have
 * @param checkpointEvery after how many entries of the journal a checkpoint is signed
 * @param broker where events go, if anywhere
 * @param ups what tells the power, if anything does
 * @param backup where copies of the data go, if anywhere
 * @param reports who gets which sheet by when
 * @param simulators the control port of simulated devices; training only
 * @param stations the stations
 * @param hash SHA-256 of the file, hex
 */
public record ServiceConfig(
    String clinic,
    ZoneId zone,
    SiteType site,
    SiteKind kind,
    Map<SiteName, PublicKey> others,
    RuleFile profile,
    Set<LocalDate> closedDays,
    Optional<LocalTime> doctorUntil,
    IntakeHours intake,
    Mode mode,
    Path data,
    Address http,
    int management,
    int speed,
    Disk disk,
    int checkpointEvery,
    Optional<Broker> broker,
    Optional<Ups> ups,
    Optional<Backup> backup,
    List<ReportDue> reports,
    Optional<URI> simulators,
    List<Station> stations,
    String hash) {

  /** Copies list and set. */
  public ServiceConfig {
    others = Map.copyOf(others);
    closedDays = Set.copyOf(closedDays);
    stations = List.copyOf(stations);
  }

  /** What a journal is for. */
  public enum Mode {
    /** Real patients. */
    PRODUCTION,
    /** Invented people, simulated devices. */
    TRAINING
  }

  /**
   * Room on the disk, in megabytes of 2^20 bytes (H65).
   *
   * @param warn below it people are told
   * @param stop below it no new visit begins
   * @param ballast size of the file that is given back when the disk is full
   */
  public record Disk(int warn, int stop, int ballast) {}

  /**
   * A broker for MQTT 5.
   *
   * @param url {@code tcp://host:port} or {@code ssl://host:port}
   * @param user name, for a broker that wants one
   * @param passwordFile file with the password; the configuration itself has no secrets
   */
  public record Broker(String url, Optional<String> user, Optional<Path> passwordFile) {}

  /**
   * Copies of the data.
   *
   * @param folder where they go: another disk
   * @param at when, in the clinic's zone
   * @param keep how many, the latest
   * @param passphraseFile whose first line seals them
   */
  public record Backup(Path folder, LocalTime at, int keep, Path passphraseFile) {}

  /**
   * A UPS, as Network UPS Tools serve it.
   *
   * @param name its name there
   * @param at where {@code upsd} listens
   */
  public record Ups(String name, Address at) {}

  /** Host and port; port 0 chooses one. */
  public record Address(String host, int port) {}

  /**
   * One station.
   *
   * @param name its name
   * @param pump the dose pump
   * @param scale the scale under the cup
   * @param fingerprint the fingerprint reader
   * @param token the card reader, or the only QR scanner
   * @param scanner a QR scanner beside the card reader
   * @param rate the pump's rate
   * @param diameterMicrometres of the tube or syringe, 0 leaves the pump's own
   * @param expected identities by device name
   * @param demands how surely each has to be known, by device name
   */
  public record Station(
      String name,
      DeviceSpec pump,
      DeviceSpec scale,
      DeviceSpec fingerprint,
      DeviceSpec token,
      Optional<DeviceSpec> scanner,
      FlowRate rate,
      int diameterMicrometres,
      Map<String, String> expected,
      Map<String, Demand> demands) {

    /** Copies the maps. */
    public Station {
      expected = Map.copyOf(expected);
      demands = Map.copyOf(demands);
    }
  }
}
