package clinic.mmt.device.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Device;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogTest {

  private static final String NOWHERE = "serial:/dev/there-is-no-such-port";

  @Test
  void everyModelHasAKindAndAPageOfDocumentation() {
    assertEquals(18, Catalog.models().size());
    for (String model : Catalog.models()) {
      assertTrue(Catalog.kindOf(model).isPresent(), model);
      assertTrue(Files.exists(Path.of("..", "docs", "devices", model, "README.md")), model);
    }
    assertEquals(Optional.empty(), Catalog.kindOf("abacus"));
  }

  /** H29: of these nobody may demand to be known by a serial number. */
  @Test
  void whichModelsNeverTellASerialNumber() {
    Set<String> never = new TreeSet<>(Catalog.models());
    never.removeIf(Catalog::mayTellSerial);
    assertEquals(
        Set.of(
            "new-era",
            "cavro-oem",
            "cavro-dt",
            "ezo-pmp",
            "comma-stream",
            "yaohua",
            "cas-ecr",
            "rdm6300",
            "id-12la",
            "pn532",
            "qr-cdc"),
        never);
    assertFalse(Catalog.mayTellSerial("abacus"));
  }

  @Test
  void opensEachKindEvenWhenThePortIsNotThereYet() {
    opened(
        Catalog.openPump(
            spec("new-era", Map.of("address", "7", "type", "ne-9000", "watchdog", "5"))));
    opened(Catalog.openPump(spec("reglo-icc", Map.of("channel", "2"))));
    opened(Catalog.openPump(spec("cavro-oem", Map.of("syringe-ul", "5000", "spout-port", "2"))));
    opened(
        Catalog.openPump(
            spec("cavro-dt", Map.of("syringe-ul", "1000", "ports", "3", "initialise", "by-hand"))));
    opened(Catalog.openPump(spec("ezo-pmp", Map.of())));
    opened(Catalog.openScale(spec("mt-sics", Map.of("resolution-mg", "1"))));
    opened(Catalog.openScale(spec("mt-sics", Map.of("variant", "kern"))));
    opened(Catalog.openScale(spec("sartorius-sbi", Map.of())));
    opened(Catalog.openScale(spec("and-standard", Map.of("end", "cr"))));
    opened(Catalog.openScale(spec("ohaus", Map.of())));
    opened(Catalog.openScale(spec("comma-stream", Map.of())));
    opened(Catalog.openScale(spec("yaohua", Map.of("digits", "reversed"))));
    opened(Catalog.openScale(spec("cas-ecr", Map.of("resolution-mg", "1000"))));
    opened(Catalog.openFingerprint(spec("zfm-20", Map.of("password", "0BADC0DE"))));
    opened(Catalog.openToken(spec("rdm6300", Map.of())));
    opened(Catalog.openToken(spec("qr-cdc", Map.of("suffix", "none"))));
    opened(Catalog.openFingerprint(spec("r503", Map.of())));
    opened(Catalog.openToken(spec("rdm6300", Map.of("frame", "bare"))));
    opened(Catalog.openToken(spec("id-12la", Map.of())));
    opened(Catalog.openToken(spec("pn532", Map.of())));
  }

  @Test
  void saysWhatIsWrongInTheConfiguration() {
    assertInstanceOf(
        ConfigurationError.UnknownModel.class, error(Catalog.openPump(spec("abacus", Map.of()))));
    assertInstanceOf(
        ConfigurationError.WrongKind.class, error(Catalog.openPump(spec("mt-sics", Map.of()))));
    assertInstanceOf(
        ConfigurationError.UnknownOption.class,
        error(Catalog.openToken(spec("rdm6300", Map.of("colour", "red")))));
    assertInstanceOf(
        ConfigurationError.BadOption.class,
        error(Catalog.openPump(spec("new-era", Map.of("address", "100")))));
    assertInstanceOf(
        ConfigurationError.BadOption.class,
        error(
            Catalog.openPump(spec("cavro-oem", Map.of("syringe-ul", "5000", "bottle-port", "9")))));
    assertInstanceOf(
        ConfigurationError.BadOption.class,
        error(Catalog.openPump(spec("cavro-oem", Map.of()))),
        "the syringe has to be told");
    assertInstanceOf(
        ConfigurationError.UnknownOption.class,
        error(
            Catalog.openPump(
                spec("cavro-oem", Map.of("syringe-ul", "5000", "initialise", "by-hand")))));
    DeviceSpec badLink = new DeviceSpec("p", "new-era", "usb", Map.of());
    assertInstanceOf(ConfigurationError.BadLink.class, error(Catalog.openPump(badLink)));
  }

  /** A scale that is only heard is refused where doses are weighed, unless the clinic decided. */
  @Test
  void aScaleThatMayNotVerifyDosesIsAMistakeOfTheConfiguration() {
    opened(Catalog.openDoseScale(spec("ohaus", Map.of())));
    opened(Catalog.openDoseScale(spec("comma-stream", Map.of("dose-verification", "yes"))));
    assertEquals(
        "d: a comma-stream scale verifies no doses unless its option dose-verification is yes",
        error(Catalog.openDoseScale(spec("comma-stream", Map.of()))).text());
    assertEquals(
        "d: a yaohua scale never tells what is stable, or not in steps that are fine enough, so it"
            + " can't verify doses; take another",
        error(Catalog.openDoseScale(spec("yaohua", Map.of()))).text());
    assertInstanceOf(
        ConfigurationError.NotForDoses.class,
        error(Catalog.openDoseScale(spec("cas-ecr", Map.of()))));
    assertInstanceOf(
        ConfigurationError.UnknownOption.class,
        error(Catalog.openScale(spec("yaohua", Map.of("dose-verification", "yes")))));
  }

  @Test
  void aWrongPasswordIsNotRepeatedInTheMessage() {
    ConfigurationError error =
        error(Catalog.openFingerprint(spec("zfm-20", Map.of("password", "secret"))));

    assertEquals("d: option \"password\" must be 8 hex digits", error.text());
  }

  private static DeviceSpec spec(String model, Map<String, String> options) {
    return new DeviceSpec("d", model, NOWHERE, options);
  }

  private static <D extends Device> void opened(Opened<D> opened) {
    switch (opened) {
      case Opened.Good<D>(D device) -> device.close();
      case Opened.Wrong<D>(ConfigurationError error) -> throw new AssertionError(error.text());
    }
  }

  private static <D extends Device> ConfigurationError error(Opened<D> opened) {
    return switch (opened) {
      case Opened.Good<D>(D device) -> throw new AssertionError("opened " + device.name());
      case Opened.Wrong<D>(ConfigurationError error) -> error;
    };
  }
}
