package clinic.mmt.sim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.physics.Density;
import clinic.mmt.sim.physics.StationSettings;
import clinic.mmt.sim.rig.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchFileTest {

  @Test
  void aFullFileIsRead() throws BenchFileException {
    BenchSpec spec =
        BenchFile.read(
            "bench.yaml",
            Rig.ONE_STATION
                + "stations: {s1: {density: \"1.14\", bottle-ml: 500, line-primed: false}}");
    assertEquals(5, spec.devices().size());
    assertEquals(DeviceKind.TOKEN, spec.devices().get(3).model().kind());
    assertEquals(DeviceKind.SCANNER, spec.devices().getLast().model().kind());
    assertEquals(
        new StationSettings(new Density(1_140_000), Volume.ofMicrolitres(500_000), false),
        spec.settings("s1"));
  }

  @Test
  void withoutAStationADeviceHasAWorldOfItsOwn() throws BenchFileException {
    BenchSpec spec =
        BenchFile.read("b", "devices: [{name: a, model: new-era}, {name: b, model: new-era}]");
    assertEquals("a", spec.devices().getFirst().station());
    assertEquals("b", spec.devices().getLast().station());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                        | 1: a mapping of key: value is wanted here",
        "colour: red                               | 1: unknown key colour; known here: devices",
        "devices: []                               | 1: list 1 to 64 devices",
        "devices: red                              | 1: a list is wanted: devices: [ ... ]",
        "devices: [{name: a}]                      | 1: model is missing; add model: ...",
        "devices: [{model: new-era}]               | 1: name is missing; add name: ...",
        "devices:\\n- {name: a, model: x}           | 2: unknown model x; known: new-era",
        "devices:\\n- {name: a, model: new-era, b: 1} | 2: unknown key b; known here: address",
        "devices:\\n- {name: a/b, model: new-era}   | 2: a name has 1 to 64 letters",
        "devices:\\n- {name: a, model: new-era}\\n- {name: a, model: rdm6300} | 3: the name a is used twice",
        "devices:\\n- {name: a, model: new-era, station: s}\\n- {name: b, model: new-era, station: s} | 3: station s has a pump already",
        "devices:\\n- {name: a, model: new-era, address: 100} | 2: address wants a whole number from 0 to 99",
        "devices:\\n- {name: a, model: new-era, pace: yes} | 2: pace wants true or false",
        "devices:\\n- {name: a, model: new-era, type: ne-1} | 2: unknown type; known: ne-1000",
        "devices:\\n- {name: a, model: new-era, safe-switch: x} | 2: safe-switch wants before or after",
        "devices:\\n- {name: a, model: rdm6300, card: 12} | 2: card wants none or ten hex digits",
        "devices:\\n- {name: a, model: qr-cdc, suffix: tab} | 2: suffix wants cr, lf, crlf or none",
        "devices:\\n- {name: a, model: rdm6300, board: x} | 2: board wants rdm6300, em-18 or",
        "devices:\\n- {name: a, model: id-12la, board: em-18} | 2: unknown key board; known here: card",
        "devices:\\n- {name: a, model: pn532, card: 3C00CE754C} | 2: card wants none, 8 hex digits",
        "devices:\\n- {name: a, model: mt-sics, serial: '\"'} | 2: serial wants 1 to 20",
        "devices:\\n- {name: a, model: mt-sics, variant: x} | 2: variant wants mettler or kern",
        "devices:\\n- {name: a, model: sartorius-sbi, chars: 20} | 2: chars wants 22 or 16",
        "devices:\\n- {name: a, model: and-standard, output: x} | 2: output wants stream or command",
        "devices:\\n- {name: a, model: yaohua, resolution-mg: 10} | 2: max-g and resolution-mg need",
        "devices:\\n- {name: a, model: cas-ecr, unit: g} | 2: unit wants kg or Kg or KG",
        "devices:\\n- {name: a, model: cas-ecr, max-g: 60000, resolution-mg: 100} | 2: max-g and",
        "devices:\\n- {name: a, model: ohaus, chars: 22} | 2: unknown key chars; known here:",
        "devices:\\n- {name: a, name: b}            | 2: the key name is given twice",
        "devices: [{name: a, model: new-era}]\\nstations: {x: {}} | 2: no device is at station x",
        "devices: [{name: a, model: new-era}]\\nstations:\\n  a:\\n    density: 3 | 4: density wants 0.5 to 2",
        "devices: [                                | 1: not YAML:",
        "devices:\\n  - {name: a\\n                  | 3: not YAML:"
      })
  void complaintsNameFileLineAndCure(String text, String complaint) {
    BenchFileException thrown =
        assertThrows(
            BenchFileException.class,
            () -> BenchFile.read("bench.yaml", text.replace("\\n", "\n")));
    String message = String.valueOf(thrown.getMessage());
    String wanted = "bench.yaml:" + complaint;
    assertEquals(wanted, message.substring(0, Math.min(message.length(), wanted.length())));
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThrows(BenchFileException.class, () -> BenchFile.read("bench.yaml", ""));
  }
}
