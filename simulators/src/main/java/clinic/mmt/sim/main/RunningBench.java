package clinic.mmt.sim.main;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.SimDevice;
import clinic.mmt.sim.control.ControlPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bench with its threads and its control port. */
final class RunningBench implements AutoCloseable {

  private final Bench bench;
  private final List<StationThread> threads;
  private final @Nullable ControlPort control;

  private RunningBench(Bench bench, @Nullable ControlPort control) {
    this.bench = bench;
    this.control = control;
    this.threads = bench.stations().stream().map(StationThread::new).toList();
  }

  /**
   * Starts a bench.
   *
   * @param address of the control port, if there is to be one
   * @param sessions the folder of the control port's sessions
   * @param first done before the first cable is plugged
   */
  static RunningBench start(
      Bench bench, Optional<InetSocketAddress> address, Path sessions, Runnable first)
      throws IOException {
    ControlPort control =
        address.isPresent() ? ControlPort.open(bench, address.get(), sessions) : null;
    RunningBench running = new RunningBench(bench, control);
    first.run();
    bench.plugAll();
    running.threads.forEach(Thread::start);
    return running;
  }

  /** One line a device, the control port if there is one, then {@code ready}. */
  void announce(PrintWriter out) {
    for (SimDevice device : bench.devices()) {
      out.println(
          String.join(
              " ",
              device.spec().name(),
              device.spec().model().kind().announced(),
              device.spec().model().word(),
              device.path()));
    }
    if (control != null) {
      out.println("control " + control.url());
    }
    out.println("ready");
    out.flush();
  }

  @Override
  public void close() {
    if (control != null) {
      control.close();
    }
    threads.forEach(StationThread::end);
    bench.close();
  }
}
