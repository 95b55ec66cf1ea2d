package clinic.mmt.dispenser.domain.queue;

import clinic.mmt.dispenser.domain.dispense.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of the queue: whom staff put in front, then who comes back from a
 * doctor, then everybody else; among each by number. Not fit keeps the place. Who waits for a
 * doctor has left it until the doctor has released the dose.
 */
public final class QueueOrder {

  /** By number; those who came to a counter without one are last. */
  private static final Comparator<Comer> BY_NUMBER =
      Comparator.comparing((Comer c) -> c.ticket().isEmpty())
          .thenComparing(c -> c.ticket().orElse(new Ticket(1, 1)));

  private static final Comparator<Comer> ORDER =
      Comparator.comparingInt(QueueOrder::rank).thenComparing(BY_NUMBER);

  private static final Comparator<Comer> FOR_DOCTOR =
      Comparator.comparing((Comer c) -> !c.first()).thenComparing(BY_NUMBER);

  private QueueOrder() {}

  /** A person of the queue with what they wait for. */
  public record Standing(Comer who, Waits waits) {}

  /**
   * A queue.
   *
   * @param next in the order in which people are called, those at a counter in their place
   * @param doctor who waits for a doctor: whom staff put in front, then by number
   * @param absent who may come and has not, in the order given
   * @param dosed who was dosed, by number
   */
  public record Queue(
      List<Standing> next, List<Standing> doctor, List<Standing> absent, List<Standing> dosed) {

    /** Copies the lists. */
    public Queue {
      next = List.copyOf(next);
      doctor = List.copyOf(doctor);
      absent = List.copyOf(absent);
      dosed = List.copyOf(dosed);
    }

    /** All of them, wherever they stand. */
    public Stream<Standing> everybody() {
      return Stream.of(next, doctor, absent, dosed).flatMap(List::stream);
    }

    /** How many stand before this number; empty when it is not in the order. */
    public Optional<Integer> before(Ticket ticket) {
      for (int i = 0; i < next.size(); i++) {
        if (next.get(i).who().ticket().equals(Optional.of(ticket))) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }

    /** The numbers that may be called now, in their order: all that a public screen may show. */
    public List<Ticket> callable() {
      return next.stream()
          .filter(s -> s.waits() instanceof Waits.Ready)
          .flatMap(s -> s.who().ticket().stream())
          .toList();
    }
  }

  /** Puts everybody in order, as things are {@code now}. */
  public static Queue order(List<Comer> comers, Instant now) {
    List<Standing> next = new ArrayList<>();
    List<Standing> doctor = new ArrayList<>();
    List<Standing> absent = new ArrayList<>();
    List<Standing> dosed = new ArrayList<>();
    for (Comer comer : comers) {
      Waits waits = waits(comer, now);
      List<Standing> where =
          switch (waits) {
            case Waits.Ready r -> next;
            case Waits.AtCounter c -> next;
            case Waits.Until u -> next;
            case Waits.ForDoctor d -> doctor;
            case Waits.Absent a -> absent;
            case Waits.Dosed d -> dosed;
          };
      where.add(new Standing(comer, waits));
    }
    next.sort(Comparator.comparing(Standing::who, ORDER));
    doctor.sort(Comparator.comparing(Standing::who, FOR_DOCTOR));
    dosed.sort(Comparator.comparing(Standing::who, BY_NUMBER));
    return new Queue(next, doctor, absent, dosed);
  }

  private static Waits waits(Comer comer, Instant now) {
    Optional<Phase> phase = comer.phase();
    Phase.Guard guard = phase.map(Phase::guard).orElse(Phase.Guard.FREE);
    // An open dose always has its place at a station.
    boolean standsThere = phase.map(p -> p.lane() != Phase.Lane.NONE).orElse(false);
    if (standsThere) {
      return new Waits.AtCounter();
    }
    if (guard == Phase.Guard.TAKEN && comer.more() != Comer.More.ORDERED) {
      return comer.more() == Comer.More.NOTHING ? new Waits.Dosed() : new Waits.Absent();
    }
    boolean came = comer.arrived().isPresent() || comer.more() == Comer.More.ORDERED;
    if (comer.desk().withDoctor() || (comer.blocked() && came)) {
      return new Waits.ForDoctor();
    }
    if (phase.equals(Optional.of(Phase.WAITING))) {
      return comer
          .desk()
          .lookAgainAt()
          .filter(now::isBefore)
          .<Waits>map(Waits.Until::new)
          .orElseGet(Waits.Ready::new);
    }
    // Who was at a counter without a number is here all the same.
    boolean here = came || phase.equals(Optional.of(Phase.REFERRED));
    return here ? new Waits.Ready() : new Waits.Absent();
  }

  private static int rank(Comer comer) {
    if (comer.first()) {
      return 0;
    }
    return comer.backFromDoctor() ? 1 : 2;
  }
}
