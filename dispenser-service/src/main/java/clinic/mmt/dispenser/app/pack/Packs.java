package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.site.PackFile;
import clinic.mmt.dispenser.app.site.SiteBook;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What writing and taking in packs of both kinds have in common. */
final class Packs {

  /** Kind of an order pack's file. */
  static final String ORDERS = "MO1";

  /** Kind of a dose pack's file. */
  static final String DOSES = "MD1";

  /** A decision goes out under a doctor's or pharmacist's hand. */
  static final Set<Role> WRITE_ORDERS = Set.of(Role.PRESCRIBER, Role.PHARMACIST);

  /** What happened is told, and what was decided is taken in, by whoever is at the counter. */
  static final Set<Role> CARRY = Set.of(Role.PRESCRIBER, Role.PHARMACIST, Role.DISPENSER);

  private Packs() {}

  /** What came of opening a file. */
  sealed interface Opened {
    /** Its text, as the named site wrote it. */
    record Text(SiteName from, String text, String digest) implements Opened {}

    /** Not for here, or not genuine. */
    record No(Refusal refusal) implements Opened {}
  }

  static boolean may(Session by, Set<Role> roles) {
    return by.roles().stream().anyMatch(roles::contains);
  }

  /** Opens a file of a kind; who is asked to open it has nothing of it if this refuses. */
  static Opened open(SiteBook sites, String kind, String file) {
    Optional<PackFile> read = PackFile.read(kind, file);
    if (read.isEmpty()) {
      return new Opened.No(PackRefusals.unreadable());
    }
    SiteName from = read.get().from();
    if (!read.get().to().equals(sites.name())) {
      return new Opened.No(PackRefusals.otherSite(read.get().to().value()));
    }
    if (!sites.knows(from)) {
      return new Opened.No(PackRefusals.unknownSite(from.value()));
    }
    return sites
        .open(read.get())
        .<Opened>map(text -> new Opened.Text(from, text, Digests.sha256(file)))
        .orElseGet(() -> new Opened.No(PackRefusals.altered(from.value())));
  }

  static int latest(Reads reads, Pack.Kind kind, Pack.Way way, SiteName site) {
    return reads.packs().latest(kind, way, site).map(Pack::number).orElse(0);
  }

  /** Closes a text for another site; the secret of the file is used this once. */
  static PackFile close(House house, SiteBook sites, String kind, SiteName to, String text) {
    String chance = Digests.sha256(house.ids().next("once") + house.ids().next("once"));
    return sites.close(kind, text, to, HexFormat.of().parseHex(chance));
  }

  /** Notes a pack that was written, unless another one was at the same moment. */
  static void note(
      House house,
      Session by,
      Written written,
      List<PatientId> patients,
      Consumer<Answered<Written>> reply) {
    Pack pack = written.pack();
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    latest(reads, pack.kind(), pack.way(), pack.site()) == pack.number() - 1
                        ? Decision.accept(
                            List.of(new Fact.SiteNoted(new PackNoted(pack, patients, List.of()))),
                            written)
                        : Decision.<Written>refuse(PackRefusals.changed())),
            outcome -> reply.accept(Answered.of(outcome)));
  }
}
