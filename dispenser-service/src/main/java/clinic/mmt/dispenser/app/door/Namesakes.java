package clinic.mmt.dispenser.app.door;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.people.EachPerson;
import clinic.mmt.dispenser.app.people.SimilarNames;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Who of those who may come today has a name like another's. Found in the people file each
 * time; kept for a minute as opaque ids, and never written anywhere.
 */
public final class Namesakes {

  private static final long KEPT_NANOS = 60_000_000_000L;

  private final House house;
  private final AtomicReference<Optional<Found>> latest = new AtomicReference<>(Optional.empty());

  private record Found(List<PatientId> of, long nanos, Set<PatientId> alike) {}

  /** For one clinic. */
  public Namesakes(House house) {
    this.house = house;
  }

  /** Tells them, on the caller's thread or the people file's; reads the ledger's views first. */
  public void today(Consumer<Set<PatientId>> reply) {
    List<PatientId> due =
        house.journal().look(reads -> reads.due(house.calendar().today())).stream()
            .map(Due::patient)
            .toList();
    Optional<Found> known =
        latest
            .get()
            .filter(f -> f.of().equals(due) && house.timers().nanos() - f.nanos() < KEPT_NANOS);
    if (known.isPresent()) {
      reply.accept(known.get().alike());
    } else {
      EachPerson.of(
          house.people(),
          due,
          found -> {
            Set<PatientId> alike = SimilarNames.among(found);
            latest.set(Optional.of(new Found(due, house.timers().nanos(), alike)));
            reply.accept(alike);
          });
    }
  }
}
