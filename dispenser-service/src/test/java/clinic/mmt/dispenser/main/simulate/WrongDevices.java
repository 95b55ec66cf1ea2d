package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.device.DeviceStatus;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.dispenser.app.people.StoredFinger;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.function.Consumer;

/** A station's devices as they are; a subclass gets one of them wrong. */
class WrongDevices implements StationDevices {

  final StationDevices real;

  WrongDevices(StationDevices real) {
    this.real = real;
  }

  @Override
  public void onToken(Consumer<String> listener) {
    real.onToken(listener);
  }

  @Override
  public void onStatus(Consumer<List<DeviceStatus>> listener) {
    real.onStatus(listener);
  }

  @Override
  public void prepare(Consumer<Report<Prepared>> reply) {
    real.prepare(reply);
  }

  @Override
  public void prepareCup(Consumer<Report<Prepared>> reply) {
    real.prepareCup(reply);
  }

  @Override
  public void preparePump(Consumer<Report<Prepared>> reply) {
    real.preparePump(reply);
  }

  @Override
  public boolean pumpPoursAlone() {
    return real.pumpPoursAlone();
  }

  @Override
  public void watchScale(Consumer<Watched> samples) {
    real.watchScale(samples);
  }

  @Override
  public void prepareRest(Consumer<Report<PumpReading>> reply) {
    real.prepareRest(reply);
  }

  @Override
  public void cancelPrepare() {
    real.cancelPrepare();
  }

  @Override
  public void recheck(Consumer<Report<Mass>> reply) {
    real.recheck(reply);
  }

  @Override
  public void arm(Shot shot, Consumer<Report<Volume>> reply) {
    real.arm(shot, reply);
  }

  @Override
  public void start(Shot shot, Consumer<Started> reply) {
    real.start(shot, reply);
  }

  @Override
  public void watch(Consumer<Watched> samples) {
    real.watch(samples);
  }

  @Override
  public void endWatch() {
    real.endWatch();
  }

  @Override
  public void ask(Consumer<Report<PumpReading>> reply) {
    real.ask(reply);
  }

  @Override
  public void stop(Consumer<Report<PumpReading>> reply) {
    real.stop(reply);
  }

  @Override
  public void settle(Consumer<Report<Mass>> reply) {
    real.settle(reply);
  }

  @Override
  public Volume shotFor(Volume volume) {
    return real.shotFor(volume);
  }

  @Override
  public void look(String device, String identity, Consumer<Report<String>> reply) {
    real.look(device, identity, reply);
  }

  @Override
  public void bind(String device, String identity) {
    real.bind(device, identity);
  }

  @Override
  public Volume strokeOf(Volume volume) {
    return real.strokeOf(volume);
  }

  @Override
  public Volume smallestShot() {
    return real.smallestShot();
  }

  @Override
  public long pourMillisMost(Volume volume) {
    return real.pourMillisMost(volume);
  }

  @Override
  public void verify(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
    real.verify(fingers, reply);
  }

  @Override
  public void cancelVerify() {
    real.cancelVerify();
  }

  @Override
  public void released() {
    real.released();
  }
}
