package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Ids;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.DosePackText.Outcome;
import clinic.mmt.dispenser.domain.pack.DosePackText.Told;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackMark.What;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a dose pack brings: every dose as it is told, and beside it what does not fit here. Nothing
 * that was known is replaced but by the same dose told again.
 */
final class DosesTaken {

  private final Reads reads;
  private final Pack pack;
  private final Ids ids;
  private final List<Fact> doses = new ArrayList<>();
  private final List<PackMark> marks = new ArrayList<>();
  private final List<Report.Line> lines = new ArrayList<>();
  private final Set<PatientId> patients = new LinkedHashSet<>();
  private final Map<OfDay, Map<String, Mass>> taken = new HashMap<>();

  private record OfDay(PatientId patient, LocalDate day) {}

  DosesTaken(Reads reads, Pack pack, Ids ids) {
    this.reads = reads;
    this.pack = pack;
    this.ids = ids;
  }

  List<Report.Line> lines() {
    return lines;
  }

  /** One told dose. */
  void take(Told told) {
    Optional<PatientId> patient = patient(told.whose());
    if (patient.isEmpty()) {
      mark(told, patient, What.UNKNOWN_PATIENT);
      return;
    }
    patients.add(patient.get());
    switch (told.outcome()) {
      case TAKEN, IN_DOUBT -> given(told, patient.get());
      case REFUSED -> {
        takenBack(told, patient.get());
        mark(told, patient, What.REFUSED);
      }
      case NOT_GIVEN -> takenBack(told, patient.get());
    }
  }

  private Optional<PatientId> patient(DosePackText.Whose whose) {
    if (whose.guest()) {
      return reads
          .guests()
          .signedHere(whose.code())
          .filter(letter -> letter.site().equals(pack.site()))
          .map(GuestLetter::patient);
    }
    return whose.code().matches("[A-Za-z0-9._-]{1,64}")
        ? Optional.of(new PatientId(whose.code())).filter(reads::registered)
        : Optional.empty();
  }

  private String id(Told told) {
    return DosePackIntake.prefix(pack.site()) + told.id().value();
  }

  private Optional<OutsideDose> known(Told told, PatientId patient) {
    return reads.outside(patient, told.day()).stream()
        .filter(dose -> dose.id().equals(id(told)))
        .findFirst();
  }

  /** What was told as taken once stays so until somebody has looked: in doubt it counts. */
  private void takenBack(Told told, PatientId patient) {
    if (known(told, patient).isPresent()) {
      mark(told, Optional.of(patient), What.TAKEN_BACK);
    }
  }

  private void given(Told told, PatientId patient) {
    OutsideDose dose =
        new OutsideDose(
            id(told),
            patient,
            told.day(),
            told.taken(),
            told.strength(),
            told.whose().guest() ? DoseDay.Kind.GUEST : DoseDay.Kind.OBSERVED,
            new OutsideDose.Confirmation(
                told.outcome() == Outcome.TAKEN,
                pack.site().value(),
                "dose pack, signature checked"),
            told.at());
    if (known(told, patient).filter(dose::equals).isPresent()) {
      lines.add(
          new Report.Line(told.whose().code(), "known", false, "told before", "đã báo trước đó"));
      return;
    }
    doses.add(new Fact.OutsideDoseNoted(dose));
    String english = told.outcome() == Outcome.TAKEN ? "taken" : "in doubt";
    String vietnamese = told.outcome() == Outcome.TAKEN ? "đã uống" : "chưa rõ";
    lines.add(
        new Report.Line(
            told.whose().code(),
            told.outcome() == Outcome.TAKEN ? "taken" : "in-doubt",
            false,
            english + " on " + told.day(),
            vietnamese + " ngày " + told.day()));
    faults(told, patient).forEach(what -> mark(told, Optional.of(patient), what));
  }

  private Set<What> faults(Told told, PatientId patient) {
    Set<What> faults = EnumSet.noneOf(What.class);
    if (isKnownOtherwise(told, patient)) {
      faults.add(What.KNOWN_HERE);
    }
    if (!isThere(told, patient)) {
      faults.add(What.NOT_ASSIGNED);
    }
    Optional<Mass> ordered = reads.prescription(patient, told.day()).map(o -> o.doseOn(told.day()));
    if (ordered.isEmpty()) {
      faults.add(What.WITHOUT_ORDER);
    } else if (ordered.get().isLessThan(ofDay(told, patient))) {
      faults.add(What.ABOVE_ORDER);
    }
    return faults;
  }

  /** A dose of the same part here, a bottle taken home for it, or a dose told by somebody else. */
  private boolean isKnownOtherwise(Told told, PatientId patient) {
    boolean poured = reads.openOrTaken(patient, told.day(), told.part()).isPresent();
    boolean home =
        reads.takeHome().bottles(patient, told.day()).stream()
            .anyMatch(
                b ->
                    b.day().equals(told.day())
                        && b.part().equals(told.part())
                        && b.state().coversItsDay());
    return poured
        || home
        || reads.outside(patient, told.day()).stream()
            .filter(dose -> dose.day().equals(told.day()))
            .anyMatch(dose -> !dose.id().startsWith(DosePackIntake.prefix(pack.site())));
  }

  /** Assigned to that site on the day or the day before, or a guest there by a letter. */
  private boolean isThere(Told told, PatientId patient) {
    if (told.whose().guest()) {
      return reads
          .guests()
          .signedHere(told.whose().code())
          .filter(letter -> letter.covers(told.day()))
          .isPresent();
    }
    List<Movement> movements = reads.episodes().movements(patient);
    return isAssigned(movements, told.day()) || isAssigned(movements, told.day().minusDays(1));
  }

  private boolean isAssigned(List<Movement> movements, LocalDate day) {
    return MovementRules.assigned(
            movements.stream().filter(movement -> !movement.day().isAfter(day)).toList())
        .filter(pack.site()::equals)
        .isPresent();
  }

  /** All that this site gave on the day; what replaces a vomited dose is not more than it. */
  private Mass ofDay(Told told, PatientId patient) {
    Map<String, Mass> all = taken.computeIfAbsent(new OfDay(patient, told.day()), this::knownOfDay);
    if (!told.part().equals(DosePart.REPLACEMENT)) {
      all.put(id(told), told.taken());
    }
    return all.values().stream().reduce(Mass.ZERO, Mass::plus);
  }

  private Map<String, Mass> knownOfDay(OfDay of) {
    Map<String, Mass> known = new HashMap<>();
    reads.outside(of.patient(), of.day()).stream()
        .filter(dose -> dose.day().equals(of.day()))
        .filter(dose -> dose.id().startsWith(DosePackIntake.prefix(pack.site())))
        .forEach(dose -> known.put(dose.id(), dose.dose()));
    return known;
  }

  private void mark(Told told, Optional<PatientId> patient, What what) {
    marks.add(new PackMark(told.whose().code(), patient, told.day(), what, ""));
    lines.add(MarkWords.line(told.whose().code(), told.day(), what));
  }

  /** All facts: doses, one hold for each patient with something that does not fit, the pack. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(doses);
    Map<PatientId, List<PackMark>> odd = new LinkedHashMap<>();
    marks.stream()
        .filter(mark -> mark.what().holds())
        .forEach(
            mark ->
                odd.computeIfAbsent(mark.patient().orElseThrow(), p -> new ArrayList<>())
                    .add(mark));
    Map<PatientId, String> holds = new HashMap<>();
    odd.forEach(
        (patient, of) -> {
          PlacedHold hold = hold(patient, of);
          holds.put(patient, hold.id());
          facts.add(new Fact.HoldPlaced(hold));
        });
    List<PackMark> held =
        marks.stream()
            .map(
                m ->
                    m.what().holds()
                        ? new PackMark(
                            m.about(),
                            m.patient(),
                            m.day(),
                            m.what(),
                            m.patient().map(holds::get).orElse(""))
                        : m)
            .toList();
    facts.add(new Fact.SiteNoted(new PackNoted(pack, List.copyOf(patients), held)));
    return facts;
  }

  /** About the record alone a pharmacist looks too; about an amount a doctor. */
  private PlacedHold hold(PatientId patient, List<PackMark> of) {
    boolean record = of.stream().allMatch(mark -> mark.what() == What.NOT_ASSIGNED);
    return new PlacedHold(
        ids.next("h"),
        patient,
        new Hold(MarkWords.reason(pack, of), record ? Hold.By.PHARMACIST : Hold.By.DOCTOR),
        Optional.empty());
  }
}
