package clinic.mmt.device.pump;

import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.cavro.CavroDialect;
import clinic.mmt.device.pump.cavro.CavroOptions;
import clinic.mmt.device.pump.cavro.CavroPump;
import clinic.mmt.device.pump.ezo.EzoPump;
import clinic.mmt.device.pump.reglo.RegloIccPump;
import clinic.mmt.quantity.Volume;

/** Models, with the answers that their manuals leave open. */
enum SimulatedPump {
  REGLO("model: reglo-icc"),
  REGLO_KEPT("model: reglo-icc, trip-memory: kept, progress-volume: left"),
  CAVRO("model: cavro-oem, syringe-ul: 5000"),
  CAVRO_TELLS_LATE(
      "model: cavro-oem, syringe-ul: 5000, uninitialised: moves, busy-bit: q-only,"
          + " repeat-answer: again"),
  CAVRO_DT("model: cavro-dt, syringe-ul: 5000"),
  CAVRO_THREE("model: cavro-oem, syringe-ul: 5000, ports: 3"),
  EZO("model: ezo-pmp"),
  EZO_MIXED("model: ezo-pmp, words: mixed");

  private static final long SPEED = 60;
  private static final CavroOptions.Valve NINE = new CavroOptions.Distribution(1, 9);

  private final String options;

  SimulatedPump(String options) {
    this.options = options;
  }

  MemoryBench bench() {
    return bench(SPEED);
  }

  MemoryBench bench(long speed) {
    return new MemoryBench("devices:\n  - {name: pump, station: s1, " + options + "}\n", speed);
  }

  Pump open(Link link) {
    return PumpTalk.up(
        switch (this) {
          case REGLO, REGLO_KEPT -> RegloIccPump.open("pump", link, 1);
          case CAVRO, CAVRO_TELLS_LATE -> cavro(link, CavroDialect.OEM, NINE);
          case CAVRO_DT -> cavro(link, CavroDialect.DT, NINE);
          case CAVRO_THREE -> cavro(link, CavroDialect.OEM, new CavroOptions.ThreePort(true));
          case EZO, EZO_MIXED -> EzoPump.open("pump", link);
        });
  }

  private static Pump cavro(Link link, CavroDialect dialect, CavroOptions.Valve valve) {
    return CavroPump.open(
        "pump", link, new CavroOptions(dialect, 0, Volume.ofMillilitres(5), valve));
  }

  boolean noticesAStall() {
    return this != EZO && this != EZO_MIXED;
  }
}
