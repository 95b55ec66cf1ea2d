package clinic.mmt.dispenser.main.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.device.IdentityLevel;
import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.domain.queue.IntakeHours;
import clinic.mmt.dispenser.domain.report.ReportDue;
import clinic.mmt.dispenser.domain.site.SiteKind;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.SiteType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong configuration is told with file and line and what to do. */
class ConfigFileTest {

  private static final String GOOD =
      """
      clinic: {id: demo, zone: Asia/Ho_Chi_Minh, site: small}
      mode: training
      data: data
      http: {host: 127.0.0.1, port: 0}
      management: 0
      speed: 20
      stations:
        s1:
          pump: {model: new-era, link: "serial:/dev/pts/1", rate-ml-per-min: 60}
          scale: {model: mt-sics, link: "tcp://127.0.0.1:4001"}
          fingerprint: {model: zfm-20, link: "serial:/dev/pts/3"}
          token: {model: rdm6300, link: "serial:/dev/pts/4"}
          scanner: {model: qr-cdc, link: "serial:/dev/pts/5"}
      """;

  @TempDir Path folder;

  private String complaint(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("clinic.yaml"), text);
    String message =
        String.valueOf(
            assertThrows(ConfigException.class, () -> ConfigFile.read(file)).getMessage());
    return message.replace(file + ":", "");
  }

  @Test
  void aGoodFileIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("clinic.yaml"), GOOD);
    ServiceConfig config = ConfigFile.read(file);
    assertEquals("demo", config.clinic());
    assertEquals(20, config.speed());
    assertEquals(folder.resolve("data"), config.data());
    assertEquals("s1-pump", config.stations().getFirst().pump().name());
    assertEquals("s1-scanner", config.stations().getFirst().scanner().orElseThrow().name());
    assertEquals(64, config.hash().length());
  }

  @Test
  void aUpsIsOnThisComputerUnlessSomebodySaysOtherwise() throws Exception {
    assertEquals(Optional.empty(), ups(""));
    assertEquals(
        Optional.of(new ServiceConfig.Ups("clinic", new ServiceConfig.Address("127.0.0.1", 3493))),
        ups("ups: {name: clinic}\n"));
    assertEquals(
        Optional.of(new ServiceConfig.Ups("u_1.x", new ServiceConfig.Address("192.0.2.7", 13493))),
        ups("ups: {name: u_1.x, host: 192.0.2.7, port: 13493}\n"));
  }

  @Test
  void checkpointsAreSignedEveryThousandEntriesUnlessSomebodySaysOtherwise() throws Exception {
    Path file = folder.resolve("clinic.yaml");
    assertEquals(1000, ConfigFile.read(Files.writeString(file, GOOD)).checkpointEvery());
    String often = "checkpoints: {every: 10}\n" + GOOD;
    assertEquals(10, ConfigFile.read(Files.writeString(file, often)).checkpointEvery());
  }

  @Test
  void whoGetsWhichReportIsTheListOfVietNamUnlessTheSiteHasItsOwn() throws Exception {
    Path file = folder.resolve("clinic.yaml");
    assertEquals(
        List.of("month-15", "quarter", "year"),
        ConfigFile.read(Files.writeString(file, GOOD)).reports().stream()
            .map(ReportDue::period)
            .toList());
    String own =
        "reports: [{sheet: stock-card, period: half-year-15, to: x, day: 20, months-after: 0,"
            + " signatories: [A, B], source: here}]\n"
            + GOOD;
    assertEquals(
        List.of(new ReportDue("stock-card", "half-year-15", "x", 20, 0, List.of("A", "B"), "here")),
        ConfigFile.read(Files.writeString(file, own)).reports());
  }

  private Optional<ServiceConfig.Ups> ups(String lines) throws Exception {
    return ConfigFile.read(Files.writeString(folder.resolve("clinic.yaml"), lines + GOOD)).ups();
  }

  private record Case(String what, String from, String to, int line, String word) {}

  @TestFactory
  Stream<DynamicTest> everyMistakeNamesItsLine() {
    return Stream.of(
            new Case(
                "a control port elsewhere",
                "speed: 20",
                "simulators: http://192.0.2.1:80",
                6,
                "control port"),
            new Case("a UPS without a name", "speed: 20", "ups: {port: 3493}", 6, "name"),
            new Case("a UPS's odd name", "speed: 20", "ups: {name: a b}", 6, "ups.conf"),
            new Case("a UPS's host", "speed: 20", "ups: {name: u, host: u@h}", 6, "runs upsd"),
            new Case("a UPS's port", "speed: 20", "ups: {name: u, port: 0}", 6, "whole number"),
            new Case("too often", "speed: 20", "checkpoints: {every: 9}", 6, "whole number"),
            new Case("checkpoints' key", "speed: 20", "checkpoints: {each: 9}", 6, "unknown key"),
            new Case(
                "a report's period",
                "speed: 20",
                "reports: [{sheet: stock-card, period: week, to: x, signatories: []}]",
                6,
                "quarter"),
            new Case("a report's sheet", "speed: 20", "reports: [{sheet: x}]", 6, "stock-card"),
            new Case("a report's key", "speed: 20", "reports: [{shet: x}]", 6, "unknown key"),
            new Case("unknown key", "management: 0", "managment: 0", 5, "unknown key"),
            new Case("key twice", "management: 0", "speed: 3", 6, "twice"),
            new Case("bad port", "port: 0}", "port: 99999}", 4, "whole number"),
            new Case("bad mode", "mode: training", "mode: test", 2, "production or training"),
            new Case("bad zone", "Asia/Ho_Chi_Minh", "Asia/Nowhere", 1, "time zone"),
            new Case("unknown model", "new-era", "old-era", 9, "known models"),
            new Case("a scale as pump", "new-era", "mt-sics", 9, "must be a pump"),
            new Case("a scale as scanner", "qr-cdc", "mt-sics", 13, "must be a scanner"),
            new Case("bad link", "tcp://127.0.0.1:4001", "carrier pigeon", 10, "link"),
            new Case("missing device", "token:", "# token:", 9, "missing"),
            new Case("no day", "site: small", "closed-days: [2.9.2026]", 1, "must be a day"),
            new Case(
                "the last day first",
                "site: small",
                "closed-days: [2026-09-02/2026-09-01]",
                1,
                "write the first and the last day"),
            new Case("no time", "site: small", "doctor-until: late", 1, "16:30"),
            new Case("no time of intake", "site: small", "last-intake: late", 1, "16:15"),
            new Case("no sitting", "site: small", "sittings: [morning]", 1, "07:00/11:00"),
            new Case(
                "a sitting that ends first",
                "site: small",
                "sittings: [\"11:00/07:00\"]",
                1,
                "07:00/11:00"),
            new Case(
                "sittings that overlap",
                "site: small",
                "sittings: [\"07:00/11:00\", \"10:00/12:00\"]",
                1,
                "after the end of the one before"),
            new Case("not YAML", "mode: training", "mode: [", 4, "not YAML"),
            new Case("speed in production", "mode: training", "mode: production", 6, "training"))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.what(),
                    () -> {
                      String told = complaint(GOOD.replace(c.from(), c.to()));
                      assertTrue(told.startsWith(c.line() + ": "), told);
                      assertTrue(told.contains(c.word()), told);
                    }));
  }

  @Test
  void closedDaysAreDaysOrSpansWithBothEnds() throws Exception {
    String closed = GOOD.replace("site: small", "closed-days: [2026-09-02, 2026-12-31/2027-01-02]");
    Path file = Files.writeString(folder.resolve("clinic.yaml"), closed);
    assertEquals(
        Set.of(
            LocalDate.parse("2026-09-02"),
            LocalDate.parse("2026-12-31"),
            LocalDate.parse("2027-01-01"),
            LocalDate.parse("2027-01-02")),
        ConfigFile.read(file).closedDays());
    assertEquals(Optional.empty(), ConfigFile.read(file).doctorUntil());
  }

  @Test
  void theLastDoctorLeavesAtATimeOfDay() throws Exception {
    String until = GOOD.replace("site: small", "doctor-until: \"16:30\"");
    Path file = Files.writeString(folder.resolve("clinic.yaml"), until);
    assertEquals(Optional.of(LocalTime.of(16, 30)), ConfigFile.read(file).doctorUntil());
  }

  @Test
  void aDayHasSittingsAndALastIntake() throws Exception {
    String hours =
        GOOD.replace(
            "site: small", "sittings: [\"07:00/11:00\", \"13:30/16:30\"], last-intake: \"16:15\"");
    Path file = Files.writeString(folder.resolve("clinic.yaml"), hours);
    IntakeHours read = ConfigFile.read(file).intake();
    assertEquals(2, read.sittings().size());
    assertEquals(LocalTime.of(13, 30), read.sittings().getLast().from());
    assertEquals(Optional.of(LocalTime.of(16, 15)), read.lastIntake());
    Files.writeString(file, GOOD);
    assertEquals(IntakeHours.ALL_DAY, ConfigFile.read(file).intake(), "without any");
  }

  @Test
  void aStationNeedsNoScannerAndAScannerMayBeTheOnlyReaderOfCards() throws Exception {
    String only = GOOD.replaceAll("(?m)^ *scanner:.*\n", "").replace("rdm6300", "qr-cdc");
    Path file = Files.writeString(folder.resolve("clinic.yaml"), only);
    ServiceConfig.Station station = ConfigFile.read(file).stations().getFirst();
    assertEquals("qr-cdc", station.token().model());
    assertTrue(station.scanner().isEmpty());
  }

  /** H29: what is demanded of a pump by link and mode, and what is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # mode     | device | model   | link                      | identity | outcome
          training   | pump   | new-era | serial:/dev/pts/1         |          | MODEL
          training   | pump   | new-era | serial:/dev/pts/1         | path     | /dev/serial/by-id
          training   | pump   | new-era | tcp://192.0.2.1:4001      | path     | PATH
          training   | pump   | new-era | tcp://192.0.2.1:4001      | serial   | with a serial number
          training   | scale  | mt-sics | serial:/dev/pts/1         | path     | PATH
          training   | scale  | mt-sics | serial:/dev/pts/1         | serial   | SERIAL
          training   | scale  | mt-sics | serial:/dev/pts/1         | sure     | serial, path or model
          production | pump   | new-era | serial:/dev/serial/by-id/x |         | PATH
          production | pump   | new-era | serial:/dev/serial/by-id/x | model   | path or serial
          production | scale  | mt-sics | tcp://192.0.2.1:4001      |          | PATH
          production | scale  | mt-sics | tcp://192.0.2.1:4001      | model    | path or serial
          production | token  | rdm6300 | serial:/dev/serial/by-id/x |         | MODEL
          production | token  | rdm6300 | serial:/dev/serial/by-id/x | serial  | with a serial number
          """)
  void howSurelyADeviceHasToBeKnown(ArgumentsAccessor row) throws Exception {
    String device = row.getString(1);
    String identity = row.get(4) == null ? "" : ", identity: " + row.getString(4);
    String text =
        GOOD.replaceAll("serial:/dev/pts/", "serial:/dev/serial/by-id/usb-")
            .replaceAll(
                "(?m)^    " + device + ": .*$",
                "    %s: {model: %s, link: \"%s\"%s}"
                    .formatted(device, row.getString(2), row.getString(3), identity))
            .replace("mode: training", "mode: " + row.getString(0))
            .replace("speed: 20", "speed: 1");
    String outcome = row.getString(5);
    if (IdentityLevel.ofWord(outcome.toLowerCase(Locale.ROOT)).isPresent()) {
      Path file = Files.writeString(folder.resolve("clinic.yaml"), text);
      ServiceConfig.Station station = ConfigFile.read(file).stations().getFirst();
      assertEquals(
          IdentityLevel.valueOf(outcome),
          Objects.requireNonNull(station.demands().get("s1-" + device)).least());
    } else {
      String told = complaint(text);
      assertTrue(told.contains("identity") && told.contains(outcome), told);
    }
  }

  @Test
  void productionTakesOnlyStablePaths() throws Exception { // H29, H84
    String production = GOOD.replace("mode: training", "mode: production").replace("speed: 20", "");
    String told = complaint(production);
    assertTrue(told.startsWith("9: "), told);
    assertTrue(told.contains("by-id"), told);
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    Path none = folder.resolve("none.yaml");
    String told =
        String.valueOf(
            assertThrows(ConfigException.class, () -> ConfigFile.read(none)).getMessage());
    assertTrue(told.contains("none.yaml:1: can't be read"), told);
  }

  /** what a site is for, and the others it knows by their keys. */
  @Test
  void sitesAreReadAndAWrongKeyIsToldWithItsLine() throws Exception {
    String key = SiteKey.of(new byte[32]).publicText();
    String mobile = GOOD.replace("site: small", "type: mobile");
    Path file =
        Files.writeString(
            folder.resolve("clinic.yaml"), mobile + "sites:\n  clinic-b: {key: \"" + key + "\"}\n");
    ServiceConfig config = ConfigFile.read(file);
    assertEquals(SiteKind.MOBILE, config.kind());
    assertEquals(SiteType.SMALL, config.site(), "one at the counter, where nothing is said");
    assertEquals(Set.of(new SiteName("clinic-b")), config.others().keySet());
    assertTrue(complaint(mobile + "sites: {clinic-b: {key: x}}\n").contains("is no key"));
    assertTrue(
        complaint(mobile + "sites: {demo: {key: \"" + key + "\"}}\n").contains("another site"));
    assertTrue(complaint(GOOD.replace("site: small", "type: ship")).contains("residential"));
  }
}
