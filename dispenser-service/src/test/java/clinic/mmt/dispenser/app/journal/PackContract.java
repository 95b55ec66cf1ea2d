package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.PackOrders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal keeps of packs of orders and of doses (R-132, H110). */
abstract class PackContract extends GuestContract {

  private static final PatientId OTHER = new PatientId("P-other");

  private static Fact orders(int number, PatientId... patients) {
    return new Fact.SiteNoted(
        new PackNoted(
            PackFactSamples.pack(Pack.Kind.ORDERS, Pack.Way.IN, number),
            List.of(patients),
            List.of()));
  }

  private Optional<PackOrders> orders(PatientId patient) {
    return read(reads -> reads.packs().orders(patient));
  }

  private static Optional<PackOrders> expected(int number, boolean listed) {
    Pack pack = PackFactSamples.pack(Pack.Kind.ORDERS, Pack.Way.IN, number);
    return Optional.of(
        new PackOrders(pack.site(), listed, pack.made(), pack.until().orElseThrow()));
  }

  @Test
  void thePackThatHasAPatientLastSaysWhetherTheLatestOneHas() throws Exception {
    assertEquals(Optional.empty(), orders(Facts.PATIENT));
    append(orders(1, Facts.PATIENT, OTHER));
    assertEquals(expected(1, true), orders(Facts.PATIENT));
    append(orders(3, Facts.PATIENT));
    assertEquals(expected(3, true), orders(Facts.PATIENT));
    assertEquals(expected(3, false), orders(OTHER), "gone from the latest");
    append(orders(4, OTHER));
    assertEquals(expected(4, true), orders(OTHER), "back again");
    assertEquals(Optional.empty(), orders(new PatientId("P-never")));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aPackIsNotedOnceAndNeverAfterANewerOne() throws Exception {
    append(orders(3, Facts.PATIENT));
    assertEquals(new Outcome.Conflict<String>(Constraints.PACK_NOTED_ONCE), submitted(orders(3)));
    assertEquals(new Outcome.Conflict<String>(Constraints.PACKS_IN_ORDER), submitted(orders(2)));
    append(orders(4, Facts.PATIENT));
    assertEquals(new Outcome.Conflict<String>(Constraints.PACK_NOTED_ONCE), submitted(orders(3)));
    append(PackFactSamples.noted(Pack.Kind.ORDERS, Pack.Way.OUT, 1));
    append(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.IN, 1));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.PACK_NOTED_ONCE),
        submitted(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.IN, 1)));
    append(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.OUT, 1));
    assertEquals(expected(4, true), orders(Facts.PATIENT), "only orders from there count");
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void packsAndMarksAreReadAsTheyWereNoted() throws Exception {
    append(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.OUT, 1));
    append(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.OUT, 2));
    append(PackFactSamples.noted(Pack.Kind.DOSES, Pack.Way.IN, 1));
    Pack first = PackFactSamples.pack(Pack.Kind.DOSES, Pack.Way.OUT, 1);
    Pack second = PackFactSamples.pack(Pack.Kind.DOSES, Pack.Way.OUT, 2);
    assertEquals(
        List.of(first, second), read(reads -> reads.packs().all(Pack.Kind.DOSES, Pack.Way.OUT)));
    assertEquals(
        Optional.of(second),
        read(reads -> reads.packs().latest(Pack.Kind.DOSES, Pack.Way.OUT, PackFactSamples.OTHER)));
    List<PackMark> marks =
        read(reads -> reads.packs().marks().stream().map(PackReads.Marked::mark).toList());
    assertEquals(PackFactSamples.marks(), marks);
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void dosesThatMovedSinceAnEntryComeInTheOrderOfTheirLastEntries() throws Exception {
    long before = journal.head();
    append(Facts.ofEveryKind().values().stream().filter(PackContract::begins).findFirst().get());
    List<PackReads.Moved> moved = read(reads -> reads.packs().movedSince(before));
    assertEquals(1, moved.size());
    assertEquals(journal.head(), moved.getFirst().sequence());
    assertEquals(
        List.of(), read(reads -> reads.packs().movedSince(journal.head())), "none since then");
  }

  private static boolean begins(Fact fact) {
    return fact instanceof Fact.DoseMoved moved && moved.from().isEmpty();
  }
}
