package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The turn of those who serve the pump of a counter: either a patient or the pump is served. */
public final class ServiceTurn {

  private final House house;
  private final Desk desk;
  private final Executor queue;
  private final Runnable stockChanged;

  ServiceTurn(House house, Desk desk, Executor queue, Runnable stockChanged) {
    this.house = house;
    this.desk = desk;
    this.queue = queue;
    this.stockChanged = stockChanged;
  }

  /**
   * Takes the station; nobody is identified or prepared for until {@link #giveBack}. The answer is
   * false while somebody is served, or it is taken.
   */
  public void take(Consumer<Boolean> reply) {
    queue.execute(
        () -> {
          boolean free = desk.isFree() && !desk.closing;
          desk.inService |= free;
          reply.accept(free);
        });
  }

  /** The act came to its end; what the pump counts then, where that is known. */
  public void giveBack(Optional<Volume> pump) {
    queue.execute(
        () -> {
          desk.inService = false;
          pump.ifPresentOrElse(desk.pump::stands, desk.pump::lost);
          stockChanged.run();
        });
  }

  /** Runs a task on the counter's queue. */
  public void inOrder(Runnable task) {
    queue.execute(task);
  }

  /** How many STOPs there have been at the counter. */
  public long stops() {
    return desk.stops.get();
  }

  /** What a prepare found, for moves by the pump's own keys (H100); on the counter's queue. */
  public void found(Report<Prepared> report) {
    FrontPanel.look(house, desk, report);
  }
}
