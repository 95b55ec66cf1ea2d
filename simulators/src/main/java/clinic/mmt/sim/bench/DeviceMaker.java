package clinic.mmt.sim.bench;

import clinic.mmt.sim.fault.FaultBox;
import clinic.mmt.sim.fault.FaultyLine;
import clinic.mmt.sim.fingerprint.zfm20.ZfmModule;
import clinic.mmt.sim.fingerprint.zfm20.ZfmWire;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.cavro.CavroPump;
import clinic.mmt.sim.pump.cavro.CavroWire;
import clinic.mmt.sim.pump.ezo.EzoPump;
import clinic.mmt.sim.pump.ezo.EzoWire;
import clinic.mmt.sim.pump.newera.NePump;
import clinic.mmt.sim.pump.newera.NeWire;
import clinic.mmt.sim.pump.reglo.RegloPump;
import clinic.mmt.sim.pump.reglo.RegloWire;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.session.Recorder;
import clinic.mmt.sim.token.pn532.ContactlessChip;
import clinic.mmt.sim.token.pn532.HsuWire;
import clinic.mmt.sim.token.qrcdc.CodeScanner;
import clinic.mmt.sim.token.qrcdc.ScanWire;
import clinic.mmt.sim.token.rdm6300.CardReader;
import clinic.mmt.sim.token.rdm6300.RdmWire;

/** Makes devices from their lines in the bench file. */
final class DeviceMaker {

  private final Cables cables;
  private final long seed;
  private final Recorder recorder;

  DeviceMaker(Cables cables, long seed, Recorder recorder) {
    this.cables = cables;
    this.seed = seed;
    this.recorder = recorder;
  }

  SimDevice make(DeviceSpec spec, World world) {
    FaultBox faults = new FaultBox();
    long own = seedFor(spec.name());
    FaultyLine line = new FaultyLine(faults, spec.pace(), own);
    SimDevice.Parts parts =
        switch (spec.model()) {
          case Model.NewEra model -> {
            NePump pump = new NePump(model.type(), world, faults);
            NeWire wire =
                new NeWire(pump, model.address(), model.safeSwitchBeforeAlarmReply(), line);
            yield new SimDevice.Parts(pump, wire, faults, line);
          }
          case Model.Cavro model -> {
            CavroPump pump = new CavroPump(model.type(), world, faults);
            CavroWire wire = new CavroWire(pump, model.link(), line);
            yield new SimDevice.Parts(pump, wire, faults, line);
          }
          case Model.RegloIcc model -> {
            RegloPump pump = new RegloPump(model.type(), world, faults);
            yield new SimDevice.Parts(pump, new RegloWire(pump, line), faults, line);
          }
          case Model.EzoPmp model -> {
            EzoPump pump = new EzoPump(world, faults);
            EzoWire wire = new EzoWire(pump, model.settings(), line);
            yield new SimDevice.Parts(pump, wire, faults, line);
          }
          case Model.Scale model -> {
            Balance balance = new Balance(model.plate(), world, faults, own);
            yield new SimDevice.Parts(balance, model.wire().apply(balance, line), faults, line);
          }
          case Model.Finger model -> {
            model
                .finger()
                .ifPresent(
                    id -> world.hands().lay(new Finger(id, Finger.Skin.GOOD), Hands.UNTIL_LIFTED));
            ZfmModule.Place place = new ZfmModule.Place(world, faults, own);
            ZfmModule module = new ZfmModule(model.type(), model.capacity(), place);
            ZfmWire wire = new ZfmWire(module, model.settings(), line);
            yield new SimDevice.Parts(module, wire, faults, line);
          }
          case Model.Rdm6300 model -> {
            model.card().ifPresent(card -> world.hands().present(card, Hands.UNTIL_LIFTED));
            CardReader reader = new CardReader(world, faults, own);
            RdmWire wire = new RdmWire(reader, model.format(), line);
            yield new SimDevice.Parts(reader, wire, faults, line);
          }
          case Model.QrCdc model -> {
            model.code().ifPresent(code -> world.hands().show(code, Hands.UNTIL_LIFTED));
            CodeScanner scanner = new CodeScanner(world, faults);
            ScanWire wire = new ScanWire(scanner, model.settings(), line);
            yield new SimDevice.Parts(scanner, wire, faults, line);
          }
          case Model.Pn532 model -> {
            model.card().ifPresent(card -> world.hands().present(card, Hands.UNTIL_LIFTED));
            ContactlessChip chip = new ContactlessChip(world, faults);
            yield new SimDevice.Parts(chip, new HsuWire(chip, line), faults, line);
          }
        };
    return new SimDevice(spec, parts, cables, recorder);
  }

  long seedFor(String name) {
    return seed * 0x9E3779B97F4A7C15L + name.hashCode();
  }
}
