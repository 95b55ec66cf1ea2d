package clinic.mmt.sim.bench;

import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import clinic.mmt.sim.fingerprint.zfm20.ModuleSettings;
import clinic.mmt.sim.fingerprint.zfm20.ModuleType;
import clinic.mmt.sim.pump.cavro.CavroLinkWire;
import clinic.mmt.sim.pump.cavro.CavroType;
import clinic.mmt.sim.pump.ezo.EzoSettingsWire;
import clinic.mmt.sim.pump.newera.PumpType;
import clinic.mmt.sim.pump.reglo.RegloType;
import clinic.mmt.sim.scale.Balance;
import clinic.mmt.sim.scale.BalanceModel;
import clinic.mmt.sim.token.qrcdc.ScanWire;
import clinic.mmt.sim.token.rdm6300.CardFormat;
import java.util.Optional;
import java.util.function.BiFunction;

/** A model of device and its options in the bench file. */
public sealed interface Model {

  /** What it is for. */
  DeviceKind kind();

  /** Its word in the bench file. */
  String word();

  /**
   * A New Era pump.
   *
   * @param type which of the family
   * @param address 0 to 99
   * @param safeSwitchBeforeAlarmReply whether SAF takes effect before an alarm is answered
   */
  record NewEra(PumpType type, int address, boolean safeSwitchBeforeAlarmReply) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.PUMP;
    }

    @Override
    public String word() {
      return "new-era";
    }
  }

  /**
   * A Cavro syringe pump, or a clone of one.
   *
   * @param word the protocol spoken to it
   * @param type how it is built
   * @param link how it stands on its line
   */
  record Cavro(String word, CavroType type, CavroLinkWire link) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.PUMP;
    }
  }

  /**
   * A Reglo ICC.
   *
   * @param type its channels and open ways
   */
  record RegloIcc(RegloType type) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.PUMP;
    }

    @Override
    public String word() {
      return "reglo-icc";
    }
  }

  /**
   * An EZO-PMP.
   *
   * @param settings open ways of its wire
   */
  record EzoPmp(EzoSettingsWire settings) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.PUMP;
    }

    @Override
    public String word() {
      return "ezo-pmp";
    }
  }

  /**
   * A scale.
   *
   * @param word its protocol
   * @param plate serial, digit, capacity
   * @param wire makes the wire of its balance
   */
  record Scale(String word, BalanceModel plate, BiFunction<Balance, Outlet, Wire> wire)
      implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.SCALE;
    }
  }

  /**
   * A fingerprint module.
   *
   * @param type which of the family
   * @param finger on the glass at the start
   * @param capacity templates it can keep
   * @param settings of an R503
   */
  record Finger(ModuleType type, Optional<String> finger, int capacity, ModuleSettings settings)
      implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.FINGERPRINT;
    }

    @Override
    public String word() {
      return type == ModuleType.R503 ? "r503" : "zfm-20";
    }
  }

  /**
   * A reader of 125 kHz cards.
   *
   * @param word {@code rdm6300} or {@code id-12la}
   * @param format what the board makes of a card
   * @param card in the field at the start, ten hex digits
   */
  record Rdm6300(String word, CardFormat format, Optional<String> card) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.TOKEN;
    }
  }

  /**
   * A QR scanner.
   *
   * @param settings how it was set up
   * @param code before the window at the start
   */
  record QrCdc(ScanWire.Settings settings, Optional<String> code) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.SCANNER;
    }

    @Override
    public String word() {
      return "qr-cdc";
    }
  }

  /**
   * A reader of contactless cards.
   *
   * @param card in the field at the start, with its kind where that is not the usual one
   */
  record Pn532(Optional<String> card) implements Model {
    @Override
    public DeviceKind kind() {
      return DeviceKind.TOKEN;
    }

    @Override
    public String word() {
      return "pn532";
    }
  }
}
