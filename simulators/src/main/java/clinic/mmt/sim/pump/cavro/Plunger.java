package clinic.mmt.sim.pump.cavro;

import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Flow;
import clinic.mmt.sim.physics.Motor;
import clinic.mmt.sim.physics.World;
import clinic.mmt.sim.pump.Delivery;

/** The plunger of a syringe: its true position, its motor, and the liquid it moves. */
final class Plunger {

  private static final int HALF_STEPS = 2;

  private final CavroType type;
  private final Delivery delivery;
  private final Motor motor = new Motor();
  private long position;
  private long goal;
  private Volume done = Volume.ZERO;
  private boolean blocked;

  Plunger(CavroType type, Delivery delivery) {
    this.type = type;
    this.delivery = delivery;
  }

  /** Goes towards a position, in picolitres below the top. */
  void aim(long picolitres) {
    goal = picolitres;
    done = Volume.ZERO;
    blocked = false;
  }

  /** Stands still where it is. */
  void halt() {
    motor.halt();
    goal = position;
  }

  boolean hasArrived() {
    return position == goal;
  }

  /** Whether it ran into too much force on its way. */
  boolean isBlocked() {
    return blocked;
  }

  long positionPicolitres() {
    return position;
  }

  /** Picolitres of so many increments or microsteps. */
  long picolitres(int steps, boolean microsteps) {
    return type.syringe().picolitres() * steps / scale(microsteps);
  }

  /** Increments or microsteps of so many picolitres, rounded. */
  int steps(long picolitres, boolean microsteps) {
    long stroke = type.syringe().picolitres();
    return (int) Math.floorDiv(2 * picolitres * scale(microsteps) + stroke, 2 * stroke);
  }

  private static long scale(boolean microsteps) {
    return microsteps ? (long) CavroType.STROKE * CavroType.MICROSTEPS : CavroType.STROKE;
  }

  /** Lets it move for a while at so many half increments a second. */
  void advance(long nanos, int topSpeed, CavroType.Reach reach) {
    long rate = type.syringe().picolitres() / CavroType.STROKE * topSpeed / HALF_STEPS;
    Volume turned = motor.turn(nanos, rate, new Volume(Math.abs(goal - position)));
    if (goal > position) {
      suck(turned, reach);
      position += turned.picolitres();
    } else {
      push(turned, reach);
      position -= turned.picolitres();
    }
    done = done.plus(turned);
    if (goal < position && reach == CavroType.Reach.SPOUT) {
      obstruct();
    }
    if (hasArrived()) {
      motor.halt();
    }
  }

  private void obstruct() {
    if (delivery.hasReached(FaultKind.STALL, done)) {
      blocked = true;
      halt();
    } else if (delivery.hasReached(FaultKind.STOP_SHORT, done)) {
      delivery.use(FaultKind.STOP_SHORT);
      halt();
    }
  }

  private void suck(Volume turned, CavroType.Reach reach) {
    World world = delivery.world();
    switch (reach) {
      case BOTTLE -> world.draw(new Flow(turned, 1000, delivery.flow(turned, done).inletOpen()));
      case SPOUT -> world.drawFromLine(turned);
      case ELSEWHERE, BYPASS -> world.draw(new Flow(turned, 1000, false));
    }
  }

  private void push(Volume turned, CavroType.Reach reach) {
    World world = delivery.world();
    Volume before = new Volume(position);
    switch (reach) {
      case BOTTLE -> world.expelToBottle(turned, before);
      case SPOUT -> world.expel(delivery.flow(turned, done), before);
      case ELSEWHERE, BYPASS -> world.expelToWaste(turned, before);
    }
  }
}
