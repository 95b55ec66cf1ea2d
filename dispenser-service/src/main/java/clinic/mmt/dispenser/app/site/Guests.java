package clinic.mmt.dispenser.app.site;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestLetterText;
import clinic.mmt.dispenser.domain.site.GuestRules;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.LastDose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Guests from other sites: a letter is taken in once, at the one site that it names, for
 * the person that it names (H102). A doctor of this site signs the order for the guest days.
 */
public final class Guests {

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public Guests(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /**
   * Takes in the letter of a patient who is registered here; the answer is what the letter tells.
   *
   * @param code as it was scanned
   */
  public void takeIn(
      Session by, PatientId patient, String code, Consumer<Answered<GuestLetterText>> reply) {
    if (by.roles().stream().noneMatch(GuestLetters.PAPER::contains)) {
      reply.accept(new Answered.No<>(GuestRefusals.notYours()));
      return;
    }
    Optional<Sealed> sealed = Sealed.read(GuestLetters.KIND, code);
    Optional<GuestLetterText> text = sealed.map(Sealed::text).flatMap(GuestLetterText::read);
    if (text.isEmpty() || text.get().last().isBefore(text.get().first())) {
      reply.accept(new Answered.No<>(GuestRefusals.unreadable()));
      return;
    }
    Optional<Refusal> wrong = notForHere(text.get(), sealed.get());
    if (wrong.isPresent()) {
      reply.accept(new Answered.No<>(wrong.get()));
      return;
    }
    house
        .people()
        .person(
            patient,
            person ->
                house
                    .journal()
                    .transact(
                        new Transaction<>(
                            by.staff().value(),
                            house.clock().instant(),
                            reads ->
                                decide(reads, letter(by, patient, text.get()), text.get(), person)),
                        outcome -> reply.accept(Answered.of(outcome))));
  }

  /** What can be said of the paper alone. */
  private Optional<Refusal> notForHere(GuestLetterText text, Sealed sealed) {
    if (!sites.knows(text.home())) {
      return Optional.of(GuestRefusals.unknownSite(text.home().value()));
    }
    if (!sites.wrote(text.home(), sealed)) {
      return Optional.of(GuestRefusals.forged(text.home().value()));
    }
    if (!text.site().equals(sites.name())) {
      return Optional.of(GuestRefusals.otherSite(text.site().value()));
    }
    return sites.kind().treats() ? Optional.empty() : Optional.of(GuestRefusals.notAtThisSite());
  }

  private static GuestLetter letter(Session by, PatientId patient, GuestLetterText text) {
    return new GuestLetter(
        text.letter(),
        patient,
        GuestLetter.Way.IN,
        text.home(),
        text.first(),
        text.last(),
        by.staff());
  }

  private Decision<GuestLetterText> decide(
      Reads reads, GuestLetter letter, GuestLetterText text, Optional<Person> person) {
    PatientId patient = letter.patient();
    if (person.isEmpty() || !reads.registered(patient)) {
      return Decision.refuse(
          Refusal.of("not-registered", "", "There is no such patient.", "register the patient"));
    }
    if (!SamePerson.are(GuestLetters.named(person.get()), text.person())) {
      return Decision.refuse(GuestRefusals.otherPerson());
    }
    if (reads.guests().takenIn(text.home(), text.letter()).isPresent()) {
      return Decision.refuse(GuestRefusals.used());
    }
    return GuestRules.toTakeIn(reads.guests().letters(patient), letter, house.calendar().today())
        .<Decision<GuestLetterText>>map(fault -> Decision.refuse(GuestRefusals.of(fault)))
        .orElseGet(() -> Decision.accept(facts(reads, letter, text), text));
  }

  /** Without a last dose that home confirms, the guest is a new start: nothing is noted of it. */
  private List<Fact> facts(Reads reads, GuestLetter letter, GuestLetterText text) {
    List<Fact> facts = new ArrayList<>();
    facts.add(GuestLetters.noted(new GuestStep.Began(letter)));
    text.lastDose()
        .filter(last -> !knownOf(reads, letter.patient(), last))
        .map(last -> outside(letter, text, last))
        .ifPresent(dose -> facts.add(new Fact.OutsideDoseNoted(dose)));
    return facts;
  }

  private static boolean knownOf(Reads reads, PatientId patient, LastDose last) {
    return reads.outside(patient, last.day()).stream().anyMatch(o -> o.day().equals(last.day()))
        || reads.past(patient, last.day()).stream().anyMatch(d -> d.day().equals(last.day()));
  }

  /** Without its strength, or in doubt at home, it is in doubt here as well. */
  private OutsideDose outside(GuestLetter letter, GuestLetterText text, LastDose last) {
    return new OutsideDose(
        house.ids().next("n"),
        letter.patient(),
        last.day(),
        last.dose(),
        last.strength(),
        DoseDay.Kind.OBSERVED,
        new OutsideDose.Confirmation(
            last.confirmed() && last.strength().isPresent(),
            text.home().value(),
            "guest letter " + text.letter() + ", signature checked"),
        Optional.empty());
  }
}
