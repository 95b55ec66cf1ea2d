package clinic.mmt.dispenser.domain.service;

import java.util.Set;

/** Why a pump moves liquid that is no dose. Each has a destination. */
public enum ServiceKind {
  /** Fill the line from the mounted bottle, or turn it over through the closed line. */
  PRIME(Source.BOTTLE, Set.of(Destination.BOTTLE, Destination.WASTE)),
  /** Push out what is in the line, by liquid of the mounted bottle. */
  PURGE(Source.BOTTLE, Set.of(Destination.WASTE)),
  /** Let the line run empty, with air behind. */
  EMPTY(Source.AIR, Set.of(Destination.BOTTLE, Destination.WASTE)),
  /** Water or a cleaner through the line. */
  FLUSH(Source.WATER, Set.of(Destination.WASTE)),
  /** A shot of water into a class-A flask. */
  CALIBRATE(Source.WATER, Set.of(Destination.FLASK)),
  /** One weighed shot into a cup; the check of the day. */
  CHECK_SHOT(Source.BOTTLE, Set.of(Destination.BOTTLE, Destination.WASTE));

  /** What enters the line. */
  public enum Source {
    /** Liquid of the mounted bottle. */
    BOTTLE,
    /** Water or a cleaner: nothing of our stock. */
    WATER,
    /** Air. */
    AIR
  }

  /** Where what leaves the line goes. */
  public enum Destination {
    /** Back into the mounted bottle, through the closed line or by hand after the weighing. */
    BOTTLE,
    /** The weighed waste container of the station. */
    WASTE,
    /** A flask of water: nothing of our stock. */
    FLASK
  }

  private final Source source;
  private final Set<Destination> destinations;

  ServiceKind(Source source, Set<Destination> destinations) {
    this.source = source;
    this.destinations = destinations;
  }

  /** What enters the line. */
  public Source source() {
    return source;
  }

  /** Whether it may go there. */
  public boolean mayGo(Destination to) {
    return destinations.contains(to);
  }
}
