package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which counts owe an urgent report, by when, and what ends it. */
class UrgentReportsTest {

  @TempDir Path folder;

  private PeopleStore people;
  private StockDayClinic clinic;
  private BottleId[] bottles;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new StockDayClinic(people);
    bottles = clinic.received("N-1", 4);
    clinic.opened(bottles[0]);
    clinic.mounted(bottles[0]);
    clinic.closed("N-0"); // its overage is behind it
    clinic.tomorrow();
    for (int i = 0; i < 20; i++) {
      clinic.dose(bottles[0], 10_000, DosePart.WHOLE);
    }
  }

  @AfterEach
  void close() {
    people.close();
  }

  private List<UrgentReport> owed() {
    return clinic.look(r -> UrgentReports.open(r.stock().days(), clinic.today()));
  }

  private CountPlace bottle() {
    return new CountPlace(CountPlace.Kind.BOTTLE, bottles[0].value(), StockDayClinic.BATCH);
  }

  /** Counted with so much missing (below zero) or too much, and booked with a reason. */
  private CountStored counted(long microlitres) {
    clinic.off.put(bottles[0], Volume.ofMicrolitres(microlitres));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(
        clinic.book(
            stored.id(), new CountPosted.Said(bottle(), CountReason.MEASURED_WRONG, "words")));
    clinic.off.clear();
    return stored;
  }

  @Test
  void aDayBeyondTheHighestShareOfItsIssueOwesAReport() {
    Instant before = clinic.use.now.get();
    CountStored stored = counted(-4_100); // 2 % of 200 mL are 4 mL
    UrgentReport report = owed().getFirst();
    assertEquals(stored.id(), report.count());
    assertEquals(before, report.found());
    assertEquals(before.plus(Duration.ofDays(2)), report.due(), "48 hours of the profile");
  }

  @Test
  void withinTheHighestShareNoneIsOwed() { // beyond its computed limit all the same
    assertEquals(true, counted(-3_900).beyond().size() == 1, "the control");
    assertEquals(List.of(), owed());
  }

  @Test
  void tooMuchIsAsGoodAsTooLittle() {
    counted(4_100);
    assertEquals(1, owed().size());
  }

  @Test
  void whatHonestWorkExplainsOwesNoneHoweverLittleWasIssued() {
    clinic.counted();
    clinic.tomorrow();
    clinic.opened(bottles[1]); // a new bottle, 2 mL more in it than its label says
    clinic.off.put(bottles[1], Volume.ofMicrolitres(2_000));
    CountStored stored = clinic.counted();
    assertEquals(List.of(), stored.beyond());
    assertEquals(List.of(), owed(), "beyond 1 mL, and within the computed limit");
  }

  @Test
  void oneOfADayIsEnough() {
    counted(-5_000);
    clinic.dose(bottles[0], 10_000, DosePart.WHOLE);
    counted(-5_000);
    assertEquals(1, owed().size());
    clinic.tomorrow();
    counted(-5_000);
    assertEquals(2, owed().size(), "the next day is another");
  }

  @Test
  void aMissingClosedContainerOwesOneWhateverElseWasCounted() {
    CountScope scope = yes(clinic.begin());
    CountPlace store =
        CountPlace.closed(AccountKind.STORE, Volume.ofMillilitres(1000), StockDayClinic.BATCH);
    DayCounts.Counts honest = clinic.counts(scope);
    DayCounts.Found two = StockDayClinic.scanned(store, List.of(bottles[1], bottles[2]));
    CountStored stored =
        yes(
            clinic.store(
                new DayCounts.Counts(
                    honest.count(),
                    honest.attempt(),
                    honest.all().stream().map(f -> f.place().equals(store) ? two : f).toList())));
    assertEquals(List.of(), owed(), "it is owed once it is booked");
    yes(clinic.book(stored.id(), new CountPosted.Said(store, CountReason.OTHER, "gone")));
    assertEquals(1, owed().size());
  }

  private Answered<UrgentReportEnd> end(
      Session by, Optional<Session> second, UrgentReportEnd.How how, String words) {
    UrgentReports.Asked asked = new UrgentReports.Asked(owedId(), how, words);
    Optional<Signature> signed = second.map(s -> clinic.signature(s, asked.digest()));
    return ask(reply -> new UrgentReports(clinic.use.house).end(by, signed, asked, reply));
  }

  private String owedId() {
    return clinic.look(
        r ->
            UrgentReports.of(r.stock().days(), clinic.today().minusDays(3), clinic.today())
                .getFirst()
                .report()
                .id());
  }

  private static UrgentReportEnd.How sent(String number, LocalDate on) {
    return new UrgentReportEnd.How.Sent(number, on);
  }

  @Test
  void whoSentItNotesNumberAndDayAlone() {
    counted(-5_000);
    LocalDate day = clinic.today();
    assertEquals(
        Optional.of("not-your-function"),
        refused(end(clinic.nurse, Optional.empty(), sent("1", day), "")));
    for (UrgentReportEnd.How wrong :
        List.of(sent(" ", day), sent("1", day.minusDays(1)), sent("1", day.plusDays(1)))) {
      assertEquals(
          Optional.of("report-not-told"),
          refused(end(clinic.pharmacist, Optional.empty(), wrong, "")));
    }
    clinic.tomorrow();
    yes(end(clinic.pharmacist, Optional.empty(), sent("12/BC", clinic.today()), ""));
    assertEquals(List.of(), owed());
    assertEquals(
        Optional.of("report-ended"),
        refused(end(clinic.head, Optional.empty(), sent("13/BC", clinic.today()), "")));
  }

  @Test
  void thatNoneIsDueIsSignedByTwoWithTheirWords() {
    counted(-5_000);
    UrgentReportEnd.How none = new UrgentReportEnd.How.NotDue();
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(end(clinic.pharmacist, Optional.empty(), none, "the cap was off")));
    assertEquals(
        Optional.of("adjustment-words-missing"),
        refused(end(clinic.pharmacist, Optional.of(clinic.nurse), none, " ")));
    yes(end(clinic.pharmacist, Optional.of(clinic.nurse), none, "the cap was off"));
    assertEquals(List.of(), owed());
    UrgentReports.Asked other = new UrgentReports.Asked("ur-none", sent("1", clinic.today()), "");
    Answered<UrgentReportEnd> unknown =
        ask(
            reply ->
                new UrgentReports(clinic.use.house)
                    .end(clinic.pharmacist, Optional.empty(), other, reply));
    assertEquals(Optional.of("unknown-report"), refused(unknown));
  }
}
