package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.pack.DosePackText;
import clinic.mmt.dispenser.domain.pack.PackRules;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.SiteName;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Dose packs where the patients are at home: taken in once and in their order, all or
 * nothing. Each dose is noted as it is told; what does not fit is marked, and the patient's next
 * dose waits until somebody has looked. One person takes it in: it decides nothing.
 */
public final class DosePackIntake {

  private final House house;
  private final SiteBook sites;

  /** For one clinic. */
  public DosePackIntake(House house, SiteBook sites) {
    this.house = house;
    this.sites = sites;
  }

  /** With what the id of a dose begins that came in a pack of this site. */
  static String prefix(SiteName site) {
    return site.value() + ".";
  }

  /**
   * Takes in a file, or only looks at it.
   *
   * @param dry true: nothing is noted
   */
  public void take(Session by, String file, boolean dry, Consumer<Answered<Report>> reply) {
    if (!Packs.may(by, Packs.CARRY)) {
      reply.accept(new Answered.No<>(PackRefusals.notYours()));
      return;
    }
    switch (Packs.open(sites, Packs.DOSES, file)) {
      case Packs.Opened.No(Refusal no) -> reply.accept(new Answered.No<>(no));
      case Packs.Opened.Text opened ->
          text(opened)
              .ifPresentOrElse(
                  text -> transact(by, text, pack(by, opened, text), dry, reply),
                  () -> reply.accept(new Answered.No<>(PackRefusals.unreadable())));
    }
  }

  private Optional<DosePackText> text(Packs.Opened.Text opened) {
    return DosePackText.read(opened.text())
        .filter(text -> text.head().from().equals(opened.from()))
        .filter(text -> text.head().to().equals(sites.name()));
  }

  private static Pack pack(Session by, Packs.Opened.Text opened, DosePackText text) {
    return new Pack(
        Pack.Kind.DOSES,
        Pack.Way.IN,
        opened.from(),
        text.head().number(),
        text.head().made(),
        Optional.empty(),
        opened.digest(),
        0,
        by.staff());
  }

  private void transact(
      Session by, DosePackText text, Pack pack, boolean dry, Consumer<Answered<Report>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> decide(reads, text, pack, dry)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Report> decide(Reads reads, DosePackText text, Pack pack, boolean dry) {
    int latest = Packs.latest(reads, Pack.Kind.DOSES, Pack.Way.IN, pack.site());
    return PackRules.doses(text, latest, house.clock().instant())
        .<Decision<Report>>map(
            fault -> Decision.refuse(PackRefusals.of(fault, pack.number(), latest)))
        .orElseGet(
            () -> {
              DosesTaken all = new DosesTaken(reads, pack, house.ids());
              text.doses().forEach(all::take);
              Report report = new Report(pack, !dry, all.lines());
              return Decision.accept(dry ? java.util.List.of() : all.facts(), report);
            });
  }
}
