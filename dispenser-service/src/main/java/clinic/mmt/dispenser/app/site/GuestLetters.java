package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.LastDoses;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.GuestRules;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.LastDose;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Guest letters at the home site: signed for days and one site, from then on home is
 * blocked for those days; printed with the last dose as it is on the day of the print.
 */
public final class GuestLetters {

  /** The kind of a letter's code. */
  public static final String KIND = "MG1";

  static final Set<Role> PAPER = Set.of(Role.PRESCRIBER, Role.PHARMACIST);

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public GuestLetters(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /** Who is a guest where, from the first to the last day. */
  public record Wish(PatientId patient, String site, LocalDate first, LocalDate last) {
    @Override
    public String toString() {
      return "Wish[•••]";
    }
  }

  /**
   * A letter to print.
   *
   * @param text what it tells
   * @param code the same, signed, as it stands in the code
   */
  public record Paper(GuestLetterText text, String code) {
    @Override
    public String toString() {
      return "Paper[" + text.letter() + "]";
    }
  }

  /** What the ledger says of a letter to print. */
  private record Known(GuestLetter letter, Mass dose, Optional<LastDose> last) {}

  /** Signs a letter; the answer is its id. */
  public void sign(Session by, Wish wish, Consumer<Answered<String>> reply) {
    if (!SiteName.isName(wish.site()) || !sites.knows(new SiteName(wish.site()))) {
      reply.accept(new Answered.No<>(GuestRefusals.unknownSite(wish.site())));
      return;
    }
    if (wish.last().isBefore(wish.first())) {
      reply.accept(new Answered.No<>(GuestRefusals.of(GuestRules.Fault.PAST)));
      return;
    }
    GuestLetter letter =
        new GuestLetter(
            house.ids().next("guest"),
            wish.patient(),
            GuestLetter.Way.OUT,
            new SiteName(wish.site()),
            wish.first(),
            wish.last(),
            by.staff());
    transact(
        by,
        reads ->
            refusal(by, reads, letter)
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(
                    () ->
                        Decision.accept(List.of(noted(new GuestStep.Began(letter))), letter.id())),
        reply);
  }

  private Optional<Refusal> refusal(Session by, Reads reads, GuestLetter letter) {
    if (!by.roles().contains(Role.PRESCRIBER)) {
      return Optional.of(GuestRefusals.notYours());
    }
    if (!sites.kind().treats()) {
      return Optional.of(GuestRefusals.notAtThisSite());
    }
    PatientId patient = letter.patient();
    LocalDate today = house.calendar().today();
    if (!reads.registered(patient) || !MovementRules.inCare(reads.episodes().movements(patient))) {
      return Optional.of(GuestRefusals.notInCare());
    }
    int most = house.rules(reads).treatment().notices().guestMost();
    return GuestRules.toSign(reads.guests().letters(patient), letter, today, most)
        .map(GuestRefusals::of)
        .or(() -> letter.first().equals(today) ? dosed(reads, patient, today) : Optional.empty())
        .or(() -> ordered(reads, letter) ? Optional.empty() : Optional.of(GuestRefusals.noOrder()));
  }

  private static Optional<Refusal> dosed(Reads reads, PatientId patient, LocalDate today) {
    return reads
        .openOrTaken(patient, today, DosePart.WHOLE)
        .map(state -> Entitlement.alreadyDosed());
  }

  private static boolean ordered(Reads reads, GuestLetter letter) {
    return reads.prescription(letter.patient(), letter.first()).isPresent()
        && reads.prescription(letter.patient(), letter.last()).isPresent();
  }

  /** Ends a letter before its first day; the answer is its id. */
  public void end(Session by, String letter, String reason, Consumer<Answered<String>> reply) {
    transact(
        by,
        reads -> {
          if (!by.roles().contains(Role.PRESCRIBER)) {
            return Decision.refuse(GuestRefusals.notYours());
          }
          Optional<GuestLetter> signed = reads.guests().signedHere(letter);
          if (signed.isEmpty()) {
            return Decision.refuse(GuestRefusals.noLetter());
          }
          return GuestRules.toEnd(signed.get(), house.calendar().today())
              .<Decision<String>>map(fault -> Decision.refuse(GuestRefusals.of(fault)))
              .orElseGet(
                  () ->
                      Decision.accept(
                          List.of(
                              noted(
                                  new GuestStep.Ended(
                                      letter, signed.get().patient(), by.staff(), reason))),
                          letter));
        },
        reply);
  }

  static Fact noted(GuestStep step) {
    return new Fact.SiteNoted(step);
  }

  /** A letter to print, with the last dose as it is now. */
  public void paper(Session by, String letter, Consumer<Answered<Paper>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().stream().noneMatch(PAPER::contains)
                        ? Decision.<Known>refuse(GuestRefusals.notYours())
                        : reads
                            .guests()
                            .signedHere(letter)
                            .map(signed -> known(reads, signed))
                            .orElseGet(() -> Decision.refuse(GuestRefusals.noLetter()))),
            outcome -> named(Answered.of(outcome), reply));
  }

  private Decision<Known> known(Reads reads, GuestLetter letter) {
    return reads
        .prescription(letter.patient(), letter.first())
        .map(order -> order.doseOn(letter.first()))
        .<Decision<Known>>map(
            dose ->
                Decision.accept(
                    List.of(),
                    new Known(letter, dose, LastDoses.of(reads, letter.patient(), house))))
        .orElseGet(() -> Decision.refuse(GuestRefusals.noOrder()));
  }

  private void named(Answered<Known> answer, Consumer<Answered<Paper>> reply) {
    switch (answer) {
      case Answered.No<Known>(Refusal refusal) -> reply.accept(new Answered.No<>(refusal));
      case Answered.Failed<Known>(String why) -> reply.accept(new Answered.Failed<>(why));
      case Answered.Yes<Known>(Known known) ->
          house
              .people()
              .person(
                  known.letter().patient(),
                  person ->
                      reply.accept(
                          person
                              .<Answered<Paper>>map(p -> new Answered.Yes<>(paper(known, p)))
                              .orElseGet(() -> new Answered.No<>(GuestRefusals.noLetter()))));
    }
  }

  private Paper paper(Known known, Person person) {
    GuestLetter letter = known.letter();
    GuestLetterText text =
        new GuestLetterText(
            letter.id(),
            sites.name(),
            letter.site(),
            named(person),
            letter.first(),
            letter.last(),
            known.dose(),
            known.last(),
            house.calendar().today());
    return new Paper(text, sites.key().seal(KIND, text.write()).line());
  }

  static GuestLetterText.Named named(Person person) {
    return new GuestLetterText.Named(person.familyName(), person.givenName(), person.birthYear());
  }

  @FunctionalInterface
  private interface Deciding {
    Decision<String> decide(Reads reads);
  }

  private void transact(Session by, Deciding deciding, Consumer<Answered<String>> reply) {
    house
        .journal()
        .transact(
            new Transaction<String>(by.staff().value(), house.clock().instant(), deciding::decide),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
