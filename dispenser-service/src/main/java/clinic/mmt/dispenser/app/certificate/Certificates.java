package clinic.mmt.dispenser.app.certificate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.profile.TreatmentRules.Notices;
import clinic.mmt.dispenser.domain.service.ServiceNo;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Certificates of staff: noted by the head or an administrator, told ahead, extended once by the
 * head. Only a prescriber whose certificate holds prescribes.
 */
public final class Certificates {

  private static final Set<Role> NOTE = Set.of(Role.HEAD, Role.ADMINISTRATOR);
  private static final Set<Role> EXTEND = Set.of(Role.HEAD);
  private static final List<Role> CALIBRATE = List.of(Role.PHARMACIST, Role.DISPENSER);

  private final House house;

  /** For one clinic. */
  public Certificates(House house) {
    this.house = house;
  }

  /**
   * One to note.
   *
   * @param staff whose
   * @param role for which function
   * @param label its number
   * @param until last day it holds
   */
  public record New(StaffId staff, Role role, String label, LocalDate until) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * An extension to make.
   *
   * @param staff whose certificate
   * @param role of which function
   * @param until last day, at most as many days after the certificate's own as the profile says
   * @param reason in words
   */
  public record More(StaffId staff, Role role, LocalDate until, String reason) {}

  /** One as it stands today. */
  public record Listed(Certificate certificate, Certificate.Standing standing, long daysLeft) {}

  /** What one decision looks at and writes. */
  private interface Deciding<T> {
    Decision<T> decide(Reads reads);
  }

  /** Notes one; of each function the latest note holds. The answer is its id. */
  public void note(Session by, New asked, Consumer<Answered<String>> reply) {
    decide(
        by,
        NOTE,
        reads -> {
          if (reads.roles(asked.staff()).isEmpty()) {
            return no("no-such-staff", "There is no such member of staff.", "read the id again");
          }
          String id = sameAgain(reads, asked).orElseGet(() -> house.ids().next("cert"));
          Certificate noted =
              new Certificate(
                  id, asked.staff(), asked.role(), asked.label(), asked.until(), Optional.empty());
          return Decision.accept(List.of(new OversightFact.CertificateNoted(noted)), id);
        },
        reply);
  }

  /** The same paper noted again is the same certificate: its one extension stays used. */
  private static Optional<String> sameAgain(Reads reads, New asked) {
    return reads.certificates(asked.staff()).stream()
        .filter(c -> c.role() == asked.role() && c.label().equals(asked.label()))
        .filter(c -> c.until().equals(asked.until()))
        .map(Certificate::id)
        .findFirst();
  }

  /** The head extends the latest certificate of a function; the answer is its last day. */
  public void extend(Session by, More more, Consumer<Answered<LocalDate>> reply) {
    decide(
        by,
        EXTEND,
        reads -> {
          Optional<Certificate> latest = latest(reads, more.staff(), more.role());
          if (latest.isEmpty()) {
            return no(
                "no-such-certificate",
                "No certificate is noted for this function.",
                "the head or an administrator notes it");
          }
          return extend(
              latest.get(),
              new Certificate.Extension(more.until(), more.reason(), by.staff()),
              house.rules(reads).treatment().notices());
        },
        reply);
  }

  private Decision<LocalDate> extend(
      Certificate certificate, Certificate.Extension asked, Notices notices) {
    if (certificate.extension().isPresent()) {
      return no(
          "extended-before",
          "This certificate was extended once, and that is all.",
          "a renewed certificate is noted");
    }
    LocalDate most = certificate.until().plusDays(notices.certificateExtends());
    boolean possible =
        asked.until().isAfter(certificate.until())
            && !asked.until().isAfter(most)
            && !asked.until().isBefore(house.calendar().today());
    return possible
        ? Decision.accept(
            List.of(new OversightFact.CertificateExtended(certificate.id(), asked)), asked.until())
        : no(
            "extension-out-of-range",
            "The head extends a certificate by at most %d days, here until %s."
                .formatted(notices.certificateExtends(), most),
            "name a day from today up to that one; after it a renewed certificate is noted");
  }

  /**
   * All that hold or held last, by staff and function; the fewest days left first. Who may not note
   * them sees the own ones.
   */
  public void list(Session by, Consumer<Answered<List<Listed>>> reply) {
    LocalDate today = house.calendar().today();
    decide(
        by,
        Set.of(Role.values()),
        reads -> {
          int warns = house.rules(reads).treatment().notices().certificateWarns();
          List<Listed> listed = new ArrayList<>();
          boolean all = by.roles().stream().anyMatch(NOTE::contains);
          latest(reads).values().stream()
              .filter(c -> all || c.staff().equals(by.staff()))
              .forEach(c -> listed.add(new Listed(c, c.on(today, warns), c.daysLeft(today))));
          listed.sort(Comparator.comparingLong(Listed::daysLeft));
          return Decision.accept(List.of(), List.copyOf(listed));
        },
        reply);
  }

  /**
   * Last days of those that end soon or ended, without whose they are; for notices. One for a
   * function that its holder no longer has is nobody's concern.
   */
  public static List<LocalDate> ending(Reads reads, LocalDate today, int warns) {
    return latest(reads).values().stream()
        .filter(c -> reads.roles(c.staff()).contains(c.role()))
        .filter(c -> c.on(today, warns) != Certificate.Standing.VALID)
        .map(Certificate::lastDay)
        .sorted()
        .toList();
  }

  private record Of(StaffId staff, Role role) {}

  private static Map<Of, Certificate> latest(Reads reads) {
    Map<Of, Certificate> latest = new LinkedHashMap<>();
    reads.certificates().forEach(c -> latest.put(new Of(c.staff(), c.role()), c));
    return latest;
  }

  private static Optional<Certificate> latest(Reads reads, StaffId staff, Role role) {
    return reads.certificates(staff).stream()
        .filter(c -> c.role() == role)
        .reduce((earlier, later) -> later);
  }

  /**
   * Why this prescriber may not sign an order now, if so. A production clinic wants a
   * certificate noted; in training there may be none, but one that is noted has to hold.
   */
  public Optional<Refusal> whyNotPrescribe(Reads reads, StaffId prescriber) {
    Optional<Certificate> noted = latest(reads, prescriber, Role.PRESCRIBER);
    if (noted.isEmpty()) {
      boolean production =
          reads.opened().map(opened -> opened.mode().equals("production")).orElse(false);
      return production
          ? Optional.of(
              Refusal.of(
                  "certificate-not-noted",
                  "R-21",
                  "No certificate of this prescriber is noted.",
                  "the head or an administrator notes it; until then another prescriber signs"))
          : Optional.empty();
    }
    return noted
        .filter(c -> c.daysLeft(house.calendar().today()) < 0)
        .map(c -> expired(c, house.rules(reads).treatment().notices().certificateExtends()));
  }

  /**
   * Why this person may not calibrate a pump now, if so: a certificate for a function that
   * works at the pump has to hold. A production clinic wants one noted.
   */
  public Optional<Refusal> whyNotCalibrate(Reads reads, Session by) {
    List<Certificate> noted =
        CALIBRATE.stream()
            .filter(by.roles()::contains)
            .flatMap(role -> latest(reads, by.staff(), role).stream())
            .toList();
    boolean production =
        reads.opened().map(opened -> opened.mode().equals("production")).orElse(false);
    boolean certified =
        noted.isEmpty()
            ? !production
            : noted.stream().anyMatch(c -> c.daysLeft(house.calendar().today()) >= 0);
    ServiceNo no = ServiceNo.NOT_CERTIFIED;
    return certified ? Optional.empty() : Optional.of(Refusal.of(no));
  }

  private Refusal expired(Certificate certificate, int days) {
    LocalDate most = certificate.until().plusDays(days);
    boolean more = certificate.extension().isEmpty() && !most.isBefore(house.calendar().today());
    return Refusal.of(
        "certificate-expired",
        "R-21",
        "The prescriber's certificate held until %s.".formatted(certificate.lastDay()),
        more
            ? "the head extends it once, at most until %s; or another prescriber signs"
                .formatted(most)
            : "a renewed certificate is noted; until then another prescriber signs");
  }

  private <T> void decide(
      Session by, Set<Role> may, Deciding<T> deciding, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<T>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    by.roles().stream().anyMatch(may::contains)
                        ? deciding.decide(reads)
                        : no(
                            "not-your-function",
                            "Your functions do not include this.",
                            "one of " + may.stream().map(Role::name).sorted().toList())),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static <T> Decision<T> no(String code, String text, String wayOn) {
    return Decision.refuse(Refusal.of(code, "R-131", text, wayOn));
  }
}
