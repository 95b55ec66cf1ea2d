package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.eligibility.Entitlement;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.staff.SecondSignature;
import clinic.mmt.dispenser.domain.staff.Signature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Signatures in place of a finger: judged, limited and counted in one transaction (H03). */
final class Exceptions {

  private final House house;
  private final StationId station;
  private final Entitlement entitlement;

  Exceptions(House house, StationId station) {
    this.house = house;
    this.station = station;
    this.entitlement = new Entitlement(house);
  }

  /**
   * Whose identity is open.
   *
   * @param outage the reader is out of order: on record, not limited
   * @param again the part of the dose that stands here for this person: its exception is made
   *     already, so that one more is counted and not one too many
   */
  record Asked(PatientId patient, ActKind kind, boolean outage, Optional<DosePart> again) {

    boolean counted() {
      return kind == ActKind.NO_READ_EXCEPTION && !outage;
    }
  }

  void decide(Asked asked, Confirming.Said said, Consumer<Answered<Boolean>> reply) {
    LocalDate day = house.calendar().today();
    Session by = said.by();
    String digest = Acts.identity(asked.kind(), station, asked.patient(), day);
    Signature first =
        new Signature(by.staff(), by.roles(), digest, by.terminal(), house.clock().instant());
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(), first.at(), reads -> decide(reads, asked, first, said)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Boolean> decide(
      Reads reads, Asked asked, Signature first, Confirming.Said said) {
    List<Fact> facts = new ArrayList<>();
    if (asked.counted()) {
      Optional<Refusal> no = incomplete(said.why());
      if (no.isPresent()) {
        return Decision.refuse(no.get());
      }
      DosePart part =
          asked.again().or(() -> entitlement.part(reads, asked.patient())).orElse(DosePart.WHOLE);
      if (limited(reads, asked, part) && !NoReadLimit.decided(first, said.second())) {
        return Decision.refuse(
            Refusal.of(
                "no-read-limit",
                "R-05",
                "So many fingers were passed over today that somebody has to decide.",
                "a pharmacist or doctor signs with you, or the finger is read after all"));
      }
      facts.add(
          Fact.IdentityAttempted.exception(
              station,
              asked.patient(),
              house.calendar().today(),
              part,
              said.why().map(PassedOver::detail).orElse(Map.of())));
    }
    if (asked.outage()) {
      facts.add(Fact.IdentityAttempted.outage(station, asked.patient(), house.calendar().today()));
    }
    boolean doubt =
        asked.kind() == ActKind.IDENTITY_DOUBT
            || reads.identity().inDoubt(asked.patient(), house.calendar().today());
    if (doubt) {
      facts.add(
          new Fact.IdentityAttempted(
              station,
              Fact.IdentityAttempted.DOUBT_LIFTED,
              Optional.of(asked.patient()),
              Map.of("by", first.staff().value())));
    }
    ActKind judged = doubt ? ActKind.IDENTITY_DOUBT : asked.kind();
    return switch (SecondSignature.judge(
        judged.at(house.site()), first.digest(), first, said.second(), first.at())) {
      case SecondSignature.Answer.Missing m when judged != asked.kind() ->
          Decision.refuse(
              Refusal.of(
                  "identity-doubt",
                  "R-05",
                  "Another finger came with this card today, and nobody has decided yet.",
                  "a pharmacist or doctor and a second person decide who this is"));
      case SecondSignature.Answer.Missing m ->
          Decision.refuse(Refusal.of("second-signature-needed", "", m.text(), m.liftedBy()));
      case SecondSignature.Answer.Owed o -> Decision.accept(facts, true);
      case SecondSignature.Answer.Signed s -> {
        said.second().ifPresent(two -> facts.add(signed(asked, first, two, s)));
        yield Decision.accept(facts, true);
      }
    };
  }

  /** a reason from the list, and something compared besides card and photo. */
  private static Optional<Refusal> incomplete(Optional<PassedOver> why) {
    if (why.isEmpty()) {
      return Optional.of(
          Refusal.of(
              "say-why-no-read",
              "R-05",
              "Why the finger could not be read is not said.",
              "choose the reason, and what was compared besides the photo: the citizen card, or"
                  + " something the person said that is on record"));
    }
    return why.get().lacksWords()
        ? Optional.of(
            Refusal.of(
                "words-missing", "R-05", "Another reason is told in words.", "write the reason"))
        : Optional.empty();
  }

  private boolean limited(Reads reads, Asked asked, DosePart part) {
    NoReadLimit.Counted counted =
        reads.identity().noReadExceptions(asked.patient(), house.calendar().today(), part);
    return !NoReadLimit.allows(
        asked.again().isPresent() ? counted.atTheSameDose() : counted,
        house.rules(reads).counter());
  }

  private Fact signed(
      Asked asked, Signature first, Signature second, SecondSignature.Answer.Signed how) {
    return new Fact.ActSigned(
        house.ids().next("a"),
        asked.kind().name(),
        first.digest(),
        first.staff(),
        second.staff(),
        how.mode().name(),
        how.flagged());
  }
}
