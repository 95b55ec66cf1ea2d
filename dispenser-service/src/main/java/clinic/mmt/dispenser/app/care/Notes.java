package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What staff note about a patient: doses elsewhere, holds, a doctor's release, traits. */
public final class Notes {

  /** A head's hold lasts no longer than this. */
  private static final int HEAD_HOLD_DAYS_MOST = 14;

  private final House house;

  /** For one clinic. */
  public Notes(House house) {
    this.house = house;
  }

  /** What to check and write inside the transaction. */
  @FunctionalInterface
  private interface Noting {
    Decision<String> decide(Reads reads);
  }

  /** Notes a dose that was not poured here; a doctor, pharmacist or dispenser may. */
  public void outside(Session by, OutsideDose dose, Consumer<Answered<String>> reply) {
    note(
        by,
        Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER),
        dose.patient(),
        reads ->
            dose.dose().micrograms() < 1
                ? Decision.refuse(
                    Refusal.of(
                        "dose-out-of-range",
                        "",
                        "A dose is more than nothing.",
                        "note the amount in milligrams"))
                : Decision.accept(List.of(new Fact.OutsideDoseNoted(dose)), dose.id()),
        reply);
  }

  /** A new id for a note. */
  public String nextId() {
    return house.ids().next("n");
  }

  /** Notes traits; pregnancy is a doctor's flag. */
  public void traits(
      Session by, PatientId patient, Traits traits, Consumer<Answered<String>> reply) {
    note(
        by,
        Set.of(Role.PRESCRIBER),
        patient,
        reads -> Decision.accept(List.of(new Fact.TraitsNoted(patient, traits)), patient.value()),
        reply);
  }

  /**
   * Places a hold in the function of whoever makes it.
   *
   * @param lastDay last day it holds; a head's hold needs one
   */
  public void hold(
      Session by,
      PatientId patient,
      Hold hold,
      Optional<LocalDate> lastDay,
      Consumer<Answered<String>> reply) {
    String id = house.ids().next("h");
    note(
        by,
        roles(hold.by()),
        patient,
        reads ->
            ends(hold, lastDay)
                ? Decision.accept(
                    List.of(new Fact.HoldPlaced(new PlacedHold(id, patient, hold, lastDay))), id)
                : Decision.refuse(
                    Refusal.of(
                        "hold-needs-an-end",
                        "R-126",
                        "A hold by the head has a last day within 14 days.",
                        "name its last day")),
        reply);
  }

  private boolean ends(Hold hold, Optional<LocalDate> lastDay) {
    LocalDate latest = house.calendar().today().plusDays(HEAD_HOLD_DAYS_MOST);
    return hold.by() != Hold.By.HEAD || lastDay.map(d -> !d.isAfter(latest)).orElse(false);
  }

  private static Set<Role> roles(Hold.By by) {
    return switch (by) {
      case DOCTOR -> Set.of(Role.PRESCRIBER);
      case PHARMACIST -> Set.of(Role.PHARMACIST, Role.PRESCRIBER);
      case HEAD -> Set.of(Role.HEAD);
      case ADMINISTRATION -> Set.of(Role.values());
    };
  }

  /** Lifts a hold; whose function made it may. */
  public void lift(
      Session by, PatientId patient, String hold, String reason, Consumer<Answered<String>> reply) {
    note(
        by,
        Set.of(Role.values()),
        patient,
        reads -> {
          Optional<PlacedHold> placed =
              reads.holds(patient).stream().filter(h -> h.id().equals(hold)).findFirst();
          if (placed.isEmpty()) {
            return Decision.refuse(
                Refusal.of("no-such-hold", "", "This hold is not in force.", "nothing to do"));
          }
          return placed.stream()
                  .flatMap(h -> roles(h.hold().by()).stream())
                  .anyMatch(by.roles()::contains)
              ? Decision.accept(lifted(reads, placed.get(), reason), hold)
              : notYours(roles(placed.get().hold().by()));
        },
        reply);
  }

  /** A doctor who lifts a doctor's hold has seen the patient; nobody else's hold says so. */
  private List<Fact> lifted(Reads reads, PlacedHold placed, String reason) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.HoldLifted(placed.id(), placed.patient(), reason));
    if (placed.hold().by() == Hold.By.DOCTOR) {
      facts.addAll(Seen.byDoctor(reads, placed.patient(), house.calendar().today(), reason));
    }
    return facts;
  }

  /**
   * A doctor who has seen the patient releases today's reasons that can be released. Whom a counter
   * had sent comes back; when that was all, nothing else is released.
   */
  public void release(
      Session by,
      PatientId patient,
      Set<String> codes,
      String reason,
      Consumer<Answered<String>> reply) {
    Set<String> releasable =
        Stream.of(ReasonCode.values())
            .filter(ReasonCode::releasable)
            .map(ReasonCode::code)
            .collect(Collectors.toSet());
    LocalDate today = house.calendar().today();
    note(
        by,
        Set.of(Role.PRESCRIBER),
        patient,
        reads ->
            codes.isEmpty() || !releasable.containsAll(codes)
                ? Decision.refuse(
                    Refusal.of(
                        "not-releasable",
                        "R-33",
                        "What changes the amount needs a new order, not a release.",
                        "a prescriber signs a new order"))
                : Decision.accept(
                    released(reads, new Fact.DoseReleased(patient, today, codes, reason)),
                    today.toString()),
        reply);
  }

  /** A later referral of the same day is a new one, so this reason is no release of the day. */
  private static List<Fact> released(Reads reads, Fact.DoseReleased asked) {
    Set<String> others = new HashSet<>(asked.codes());
    others.remove(ReasonCode.SENT_TO_DOCTOR.code());
    List<Fact> facts = new ArrayList<>();
    if (!others.isEmpty()) {
      facts.add(new Fact.DoseReleased(asked.patient(), asked.day(), others, asked.reason()));
    }
    facts.addAll(Seen.byDoctor(reads, asked.patient(), asked.day(), asked.reason()));
    return facts;
  }

  private void note(
      Session by,
      Set<Role> may,
      PatientId patient,
      Noting noting,
      Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> {
                  if (by.roles().stream().noneMatch(may::contains)) {
                    return notYours(may);
                  }
                  return reads.registered(patient)
                      ? noting.decide(reads)
                      : Decision.refuse(
                          Refusal.of(
                              "not-registered",
                              "",
                              "There is no such patient.",
                              "register the patient"));
                }),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static Decision<String> notYours(Set<Role> may) {
    return Decision.refuse(
        Refusal.of(
            "not-your-function",
            "",
            "Your functions do not include this.",
            "one of " + may.stream().map(Role::name).sorted().toList()));
  }
}
