package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.main.simulate.device.Plug;
import clinic.mmt.dispenser.main.simulate.device.PumpBox;
import clinic.mmt.dispenser.main.simulate.device.Reader;
import clinic.mmt.dispenser.main.simulate.device.ScaleBox;
import clinic.mmt.dispenser.main.simulate.device.Table;
import clinic.mmt.dispenser.main.simulate.device.Truth;
import clinic.mmt.dispenser.main.simulate.device.VirtualTime;

/** The things of one station: they outlive every process. */
final class Station {

  final StationId id;
  final Table table;
  final PumpBox pump;
  final ScaleBox scale;
  final Reader reader = new Reader();
  final Plug pumpPlug = new Plug();
  final Plug scalePlug = new Plug();
  final Plug readerPlug = new Plug();
  final Plug cardsPlug = new Plug();

  Station(String name, VirtualTime time, Truth truth) {
    this.id = new StationId(name);
    this.table = new Table(time, truth);
    this.pump = new PumpBox(time, table);
    this.scale = new ScaleBox(time, table);
  }

  /** Somebody looks at everything and puts it right. */
  void putRight() {
    pump.trouble().heal();
    scale.loosen();
    reader.heal();
    table.hand(0);
    table.residue(0);
    table.liftPan(false);
    if (!pumpPlug.in()) {
      pumpPlug.plugIn();
    }
    if (!scalePlug.in()) {
      scalePlug.plugIn();
    }
  }

  /** Pump and scale lose their power for a moment. */
  void powerFails() {
    pump.powerFails();
    scale.powerFails();
  }
}
