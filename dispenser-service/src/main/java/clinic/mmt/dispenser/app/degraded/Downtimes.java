package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decide;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.DegradedFact;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Times in which doses may have been given on paper: declared by a person, or proposed by the
 * service after a pause that it cannot explain, and then confirmed or denied by a person.
 */
public final class Downtimes {

  private static final Set<Role> SAYS =
      Set.of(Role.DISPENSER, Role.PHARMACIST, Role.PRESCRIBER, Role.HEAD);

  private final House house;

  /** For one clinic. */
  public Downtimes(House house) {
    this.house = house;
  }

  /**
   * A downtime as a person declares it.
   *
   * @param station where; empty: the whole clinic
   * @param from since when nothing could be written
   * @param reason in words
   */
  public record New(Optional<StationId> station, Instant from, String reason) {}

  /** Declares one: from now on its sheet is owed. The answer is the downtime. */
  public void declare(Session by, New asked, Consumer<Answered<Downtime>> reply) {
    decide(by.staff().value(), reads -> declare(reads, by, asked), reply);
  }

  private Decision<Downtime> declare(Reads reads, Session by, New asked) {
    Optional<Refusal> stranger = Modes.stranger(by, SAYS);
    if (stranger.isPresent()) {
      return Decision.refuse(stranger.get());
    }
    if (asked.from().isAfter(house.clock().instant())) {
      return Decision.refuse(inTheFuture());
    }
    LocalDate day = house.calendar().dayOf(asked.from());
    Optional<Downtime> same =
        reads.degraded().openDowntimes().stream()
            .filter(d -> d.standing() == Downtime.Standing.OWED)
            .filter(d -> d.day().equals(day) && d.station().equals(asked.station()))
            .findFirst();
    if (same.isPresent()) {
      return Decision.accept(List.of(), same.get());
    }
    Downtime next =
        new Downtime(
            house.ids().next("down"),
            asked.station(),
            day,
            asked.from(),
            Downtime.Standing.OWED,
            by.staff().value(),
            asked.reason());
    return Decision.accept(List.of(new DegradedFact.DowntimeNoted(next)), next);
  }

  private static Refusal inTheFuture() {
    return Refusal.of(
        "time-not-possible",
        "R-122",
        "A time on the sheet lies in the future, or before the outage.",
        "read the time on the sheet again");
  }

  /**
   * A person answers what the service proposed.
   *
   * @param onPaper whether doses were given on paper: then the sheet is owed
   */
  public record Said(String downtime, boolean onPaper, String reason) {}

  /** Confirms or denies a proposal; the answer is the downtime as it stands then. */
  public void answer(Session by, Said said, Consumer<Answered<Downtime>> reply) {
    decide(by.staff().value(), reads -> answer(reads, by, said), reply);
  }

  private static Decision<Downtime> answer(Reads reads, Session by, Said said) {
    Optional<Refusal> stranger = Modes.stranger(by, SAYS);
    if (stranger.isPresent()) {
      return Decision.refuse(stranger.get());
    }
    Optional<Downtime> proposed =
        reads
            .degraded()
            .downtime(said.downtime())
            .filter(d -> d.standing() == Downtime.Standing.PROPOSED);
    if (proposed.isEmpty()) {
      return Decision.refuse(
          Refusal.of(
              "nothing-proposed",
              "R-122",
              "The service asks nothing about this downtime.",
              "look at the open downtimes again"));
    }
    Downtime d = proposed.get();
    Downtime next =
        new Downtime(
            d.id(),
            d.station(),
            d.day(),
            d.from(),
            said.onPaper() ? Downtime.Standing.OWED : Downtime.Standing.NONE,
            by.staff().value(),
            said.reason());
    return Decision.accept(List.of(new DegradedFact.DowntimeNoted(next)), next);
  }

  /**
   * At a start: after a pause longer than the profile allows, within a day on which somebody could
   * have come, and without an orderly end before it, the service asks whether doses were given on
   * paper.
   *
   * @param lastWritten when the last entry before the start was written
   */
  public void noticed(Instant lastWritten, Consumer<Outcome<Optional<Downtime>>> reply) {
    Instant now = house.clock().instant();
    house
        .journal()
        .transact(
            new Transaction<>("service", now, reads -> noticed(reads, lastWritten, now)), reply);
  }

  private Decision<Optional<Downtime>> noticed(Reads reads, Instant last, Instant now) {
    Duration most = house.rules(reads).counter().degraded().pause();
    LocalDate day = house.calendar().dayOf(last);
    boolean pause = Duration.between(last, now).compareTo(most) > 0;
    boolean asked = reads.degraded().openDowntimes().stream().anyMatch(d -> d.day().equals(day));
    if (!pause || asked || reads.due(day).isEmpty()) {
      return Decision.accept(List.of(), Optional.empty());
    }
    Downtime proposed =
        new Downtime(
            house.ids().next("down"),
            Optional.empty(),
            day,
            last,
            Downtime.Standing.PROPOSED,
            "service",
            "");
    return Decision.accept(
        List.of(new DegradedFact.DowntimeNoted(proposed)), Optional.of(proposed));
  }

  /**
   * After a backup was put back: what was written since its last entry is not known here, so for
   * each clinic day since then that was no closed day a sheet is owed: orders may be missing too,
   * so nobody knows who could have come.
   *
   * @param lastWritten when the last entry before the restore was written
   */
  public void restored(Instant lastWritten, Consumer<Outcome<List<Downtime>>> reply) {
    Instant now = house.clock().instant();
    house
        .journal()
        .transact(new Transaction<>("service", now, reads -> restored(reads, lastWritten)), reply);
  }

  private Decision<List<Downtime>> restored(Reads reads, Instant last) {
    LocalDate first = house.calendar().dayOf(last);
    List<Downtime> owed =
        first
            .datesUntil(house.calendar().today().plusDays(1))
            .filter(day -> !house.calendar().closedDays().contains(day))
            .filter(day -> reads.degraded().openDowntimes().stream().noneMatch(d -> whole(d, day)))
            .map(day -> lost(day, day.equals(first) ? last : house.calendar().beginOf(day)))
            .toList();
    return Decision.accept(owed.stream().<Fact>map(DegradedFact.DowntimeNoted::new).toList(), owed);
  }

  private static boolean whole(Downtime downtime, LocalDate day) {
    return downtime.day().equals(day) && downtime.station().isEmpty();
  }

  private Downtime lost(LocalDate day, Instant from) {
    return new Downtime(
        house.ids().next("down"),
        Optional.empty(),
        day,
        from,
        Downtime.Standing.OWED,
        "service",
        "restored from a backup; what was written since is missing");
  }

  private void decide(String actor, Decide<Downtime> how, Consumer<Answered<Downtime>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(actor, house.clock().instant(), how),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
