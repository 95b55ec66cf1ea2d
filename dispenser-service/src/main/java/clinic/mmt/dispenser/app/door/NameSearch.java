package clinic.mmt.dispenser.app.door;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.people.SimilarNames;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Comer;
import clinic.mmt.dispenser.domain.queue.QueueOrder.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who of those who may come today, or came, is called so; for a desk where somebody stands without
 * a card. Names are read from the people file each time and kept nowhere.
 */
public final class NameSearch {

  /** Whoever finds more types more of the name. */
  public static final int FOUND_MOST = 12;

  private final House house;
  private final DayQueue queue;

  /** For one clinic. */
  public NameSearch(House house) {
    this.house = house;
    this.queue = new DayQueue(house);
  }

  /** Somebody found. */
  public record Found(Comer who, Person person) {
    @Override
    public String toString() {
      return "Found[•••]";
    }
  }

  /**
   * What was found.
   *
   * @param some the first of them, in the order of the queue and then of registration
   * @param more whether there are more
   */
  public record Answer(List<Found> some, boolean more) {

    /** Copies the list. */
    public Answer {
      some = List.copyOf(some);
    }
  }

  /**
   * Everybody whose name has all these words or their beginnings, tone marks and case apart; told
   * on the caller's thread or the people file's. Reads the ledger's views first.
   */
  public void find(String words, Consumer<Answer> reply) {
    if (words.isBlank()) {
      reply.accept(new Answer(List.of(), false));
      return;
    }
    DayQueue.Today today = house.journal().look(queue::today);
    List<Comer> all =
        Stream.of(
                today.queue().next(),
                today.queue().doctor(),
                today.queue().absent(),
                today.queue().dosed())
            .flatMap(List::stream)
            .map(Standing::who)
            .toList();
    read(words, all, new ArrayList<>(), 0, reply);
  }

  /** One after the other: whoever else asks the people file is not kept waiting. */
  private void read(
      String words, List<Comer> all, List<Found> found, int at, Consumer<Answer> reply) {
    if (at == all.size() || found.size() > FOUND_MOST) {
      boolean more = found.size() > FOUND_MOST;
      reply.accept(new Answer(more ? found.subList(0, FOUND_MOST) : found, more));
      return;
    }
    Comer who = all.get(at);
    PatientId patient = who.patient();
    house
        .people()
        .person(
            patient,
            person -> {
              person
                  .filter(p -> SimilarNames.has(p, words))
                  .ifPresent(p -> found.add(new Found(who, p)));
              read(words, all, found, at + 1, reply);
            });
  }
}
