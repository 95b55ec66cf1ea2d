package clinic.mmt.dispenser.app.care;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.episode.UrineResult.Substance;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.RecordFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What later reports ask, noted as it happens: nobody can rebuild it. */
public final class Records {

  private static final Set<Role> PERSONS =
      Set.of(Role.ADMINISTRATOR, Role.PRESCRIBER, Role.PHARMACIST, Role.HEAD);
  private static final Set<Role> URINE = Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER);
  private static final Set<Role> READ_URINE = Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.HEAD);
  private static final Set<Role> QUOTA = Set.of(Role.HEAD);

  private final House house;

  /** For one clinic. */
  public Records(House house) {
    this.house = house;
  }

  /**
   * What is recorded of a patient.
   *
   * @param birthYear where it is noted
   * @param residences by their first day
   * @param attempts to get in touch, the first first
   */
  public record OfPatient(
      Optional<Sex> sex,
      Optional<Integer> birthYear,
      List<Residence> residences,
      List<ContactAttempt> attempts) {}

  /** Where a patient lives from {@code from} on; a note for the same day replaces it. */
  public void lives(
      Session by,
      PatientId patient,
      LocalDate from,
      String commune,
      Consumer<Answered<LocalDate>> reply) {
    Residence residence = new Residence(patient, from, commune, by.staff());
    note(by, new Of(PERSONS, patient, from), new RecordFact.ResidenceNoted(residence), from, reply);
  }

  /** A patient's sex, as the papers say. */
  public void sex(Session by, PatientId patient, Sex sex, Consumer<Answered<Sex>> reply) {
    Of of = new Of(PERSONS, patient, house.calendar().today());
    note(by, of, new RecordFact.SexNoted(patient, sex), sex, reply);
  }

  /**
   * A urine test to note.
   *
   * @param found what was looked for, and what came of it; at least one
   * @param corrects id of an earlier note of this patient, which it replaces
   */
  public record Test(
      PatientId patient,
      LocalDate day,
      Map<Substance, Found> found,
      String words,
      Optional<String> corrects) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** What a urine test showed; the answer is its id. */
  public void urine(Session by, Test test, Consumer<Answered<String>> reply) {
    Of of = new Of(URINE, test.patient(), test.day());
    Staffed.act(
        house,
        by,
        reads ->
            fault(by, of, reads)
                .or(() -> notThere(reads, test))
                .<Decision<String>>map(Decision::refuse)
                .orElseGet(() -> tested(by, test)),
        reply);
  }

  private static Optional<Refusal> notThere(Reads reads, Test test) {
    boolean there =
        test.corrects()
            .map(
                id ->
                    reads.episodes().urine(test.patient()).stream()
                        .anyMatch(noted -> noted.id().equals(id)))
            .orElse(true);
    return there
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                    "no-such-test",
                    "",
                    "This patient has no test under this id.",
                    "look at the patient's tests again")
                .vietnamese("Người bệnh không có xét nghiệm này.", "xem lại các xét nghiệm"));
  }

  private Decision<String> tested(Session by, Test test) {
    String id = test.corrects().orElseGet(() -> house.ids().next("u"));
    UrineResult result =
        new UrineResult(id, test.patient(), test.day(), test.found(), test.words(), by.staff());
    return Decision.accept(List.of(new RecordFact.UrineTested(result)), id);
  }

  /** Urine tests of a patient, for who treats the patient. */
  public void urine(Session by, PatientId patient, Consumer<Answered<List<UrineResult>>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            Staffed.stranger(by, READ_URINE)
                .<Decision<List<UrineResult>>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(List.of(), reads.episodes().urine(patient))),
        reply);
  }

  /** What is recorded of a patient; any staff may read it. */
  public void of(Session by, PatientId patient, Consumer<Answered<OfPatient>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            Decision.accept(
                List.of(),
                new OfPatient(
                    reads.episodes().sex(patient),
                    reads.traits(patient).birthYear(),
                    reads.episodes().residences(patient),
                    reads.episodes().contacts(patient))),
        reply);
  }

  /** How many patients a site is to have from a day on, which may be still to come; the head. */
  public void quota(Session by, SiteQuota quota, Consumer<Answered<LocalDate>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            Staffed.stranger(by, QUOTA)
                .<Decision<LocalDate>>map(Decision::refuse)
                .orElseGet(
                    () -> Decision.accept(List.of(new RecordFact.QuotaSet(quota)), quota.from())),
        reply);
  }

  /** Quotas of all sites, by site and first day; any staff may read them. */
  public void quotas(Session by, Consumer<Answered<List<SiteQuota>>> reply) {
    Staffed.act(house, by, reads -> Decision.accept(List.of(), reads.episodes().quotas()), reply);
  }

  /** Whose function a note is, of whom and of which day it is. */
  private record Of(Set<Role> may, PatientId patient, LocalDate day) {}

  private <T> void note(Session by, Of of, Fact fact, T answer, Consumer<Answered<T>> reply) {
    Staffed.act(
        house,
        by,
        reads ->
            fault(by, of, reads)
                .<Decision<T>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(List.of(fact), answer)),
        reply);
  }

  private Optional<Refusal> fault(Session by, Of of, Reads reads) {
    return Staffed.stranger(by, of.may())
        .or(() -> Staffed.unknown(reads, of.patient()))
        .or(
            () ->
                of.day().isAfter(house.calendar().today())
                    ? Optional.of(Staffed.toCome())
                    : Optional.empty());
  }
}
