package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.PackHead;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Dose packs: every dose that was given, refused or is in doubt since an earlier pack, for
 * the site whose patients or guests these are. One person at the counter writes it: it tells what
 * happened and decides nothing.
 */
public final class DosePacks {

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public DosePacks(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /** What the ledger tells. */
  private record Draft(DosePackText text, List<PatientId> patients, long upTo) {}

  /**
   * Writes the next pack for a site. Looks on the caller's thread: it is a long read.
   *
   * @param after number of the last pack that the other site has; empty: the last one written
   */
  public void write(
      Session by, String site, Optional<Integer> after, Consumer<Answered<Written>> reply) {
    Optional<Refusal> refusal = refusal(by, site);
    if (refusal.isPresent()) {
      reply.accept(new Answered.No<>(refusal.get()));
      return;
    }
    SiteName to = new SiteName(site);
    Optional<Draft> draft = house.journal().look(reads -> draft(reads, to, after));
    if (draft.isEmpty()) {
      reply.accept(new Answered.No<>(PackRefusals.noSuchPack()));
      return;
    }
    DosePackText text = draft.get().text();
    PackFile file = Packs.close(house, sites, Packs.DOSES, to, text.write());
    if (file.text().length() > PackFile.CHARACTERS_MOST) {
      reply.accept(new Answered.No<>(PackRefusals.tooLarge()));
      return;
    }
    Pack pack =
        new Pack(
            Pack.Kind.DOSES,
            Pack.Way.OUT,
            to,
            text.head().number(),
            text.head().made(),
            Optional.empty(),
            Digests.sha256(file.text()),
            draft.get().upTo(),
            by.staff());
    Packs.note(
        house,
        by,
        new Written(pack, text.doses().size(), file.text()),
        draft.get().patients(),
        reply);
  }

  private Optional<Refusal> refusal(Session by, String site) {
    if (!Packs.may(by, Packs.CARRY)) {
      return Optional.of(PackRefusals.notYours());
    }
    return SiteName.isName(site) && sites.knows(new SiteName(site))
        ? Optional.empty()
        : Optional.of(PackRefusals.unknownSite(site));
  }

  private Optional<Draft> draft(Reads reads, SiteName to, Optional<Integer> after) {
    List<Pack> before =
        reads.packs().all(Pack.Kind.DOSES, Pack.Way.OUT).stream()
            .filter(pack -> pack.site().equals(to))
            .toList();
    int last = before.isEmpty() ? 0 : before.getLast().number();
    int from = after.orElse(last);
    if (from < 0 || from > last) {
      return Optional.empty();
    }
    long since =
        before.stream().filter(p -> p.number() == from).mapToLong(Pack::upTo).findFirst().orElse(0);
    List<DosePackText.Told> told = new ArrayList<>();
    List<PatientId> patients = new ArrayList<>();
    long upTo = since;
    for (PackReads.Moved moved : reads.packs().movedSince(since)) {
      upTo = moved.sequence();
      Optional<DosePackText.Told> one = told(reads, to, moved.state());
      one.ifPresent(
          dose -> {
            told.add(dose);
            patients.add(moved.state().dose().patient());
          });
    }
    Instant made = house.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    PackHead head = new PackHead(sites.name(), to, last + 1, made);
    return Optional.of(
        new Draft(new DosePackText(head, from, told), patients.stream().distinct().toList(), upTo));
  }

  /** Empty of other sites' patients, and of a dose that still goes on: the next pack has it. */
  private Optional<DosePackText.Told> told(Reads reads, SiteName to, State state) {
    Dose dose = state.dose();
    Optional<DosePackText.Whose> whose = whose(reads, to, dose);
    return whose.flatMap(
        of ->
            outcome(reads, state)
                .map(
                    end ->
                        new DosePackText.Told(
                            dose.id(),
                            of,
                            dose.day(),
                            dose.part(),
                            end.outcome(),
                            end.taken(),
                            dose.order()
                                .map(Order::batch)
                                .flatMap(reads::batch)
                                .map(batch -> batch.concentration()),
                            dose.endedAt())));
  }

  private static Optional<DosePackText.Whose> whose(Reads reads, SiteName to, Dose dose) {
    boolean ordered =
        reads.packs().orders(dose.patient()).filter(o -> o.site().equals(to)).isPresent();
    if (ordered) {
      return Optional.of(new DosePackText.Whose(dose.patient().value(), false));
    }
    return reads.guests().letters(dose.patient()).stream()
        .filter(letter -> letter.way() == GuestLetter.Way.IN && letter.site().equals(to))
        .filter(letter -> letter.covers(dose.day()))
        .map(letter -> new DosePackText.Whose(letter.id(), true))
        .findFirst();
  }

  private record End(DosePackText.Outcome outcome, Mass taken) {}

  private Optional<End> outcome(Reads reads, State state) {
    return switch (state.phase()) {
      case CONSUMED, PARTLY_TAKEN, SPILLED, TAKEN_AWAY, UNCERTAIN, OUTCOME_UNKNOWN ->
          Optional.of(taken(reads, state));
      case REFUSED -> Optional.of(new End(DosePackText.Outcome.REFUSED, Mass.ZERO));
      case VOIDED, DISCARDED -> Optional.of(new End(DosePackText.Outcome.NOT_GIVEN, Mass.ZERO));
      case REVIEWING,
          REFERRED,
          WAITING,
          LEFT_BEFORE_POUR,
          ARMED,
          STARTING,
          POURING,
          STOPPED,
          SETTLING,
          TOP_UP,
          DISCREPANCY,
          MEASURED,
          HELD,
          HANDED_OVER ->
          Optional.empty();
    };
  }

  private End taken(Reads reads, State state) {
    Dose dose = state.dose();
    DoseDay day =
        new PastDose(
                dose.day(),
                dose.part(),
                dose.order().map(Order::dose).orElse(Mass.ZERO),
                state.phase(),
                reads.learnt(dose.id()),
                dose.endedAt())
            .asDay(house.rules(reads, dose.day()).counter().partTakenPermille());
    boolean whole = state.phase() != Phase.OUTCOME_UNKNOWN && day.confirmed() && !day.vomited();
    return new End(whole ? DosePackText.Outcome.TAKEN : DosePackText.Outcome.IN_DOUBT, day.taken());
  }
}
