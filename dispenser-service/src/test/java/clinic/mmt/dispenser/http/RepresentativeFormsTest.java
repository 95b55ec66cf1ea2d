package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.app.takehome.FormPapers;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Forms 04, 05 and 06 for paper. */
class RepresentativeFormsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final Optional<Person> SOMEBODY = person("Người Rất Dài Tên", "Bịa");

  private static Optional<Person> person(String family, String given) {
    return Optional.of(new Person(family, given, 1980, Bytes.of(new byte[0])));
  }

  private static TakeHomeBottle bottle(int day, DosePart part) {
    return new TakeHomeBottle(
        new BottleId("TH-" + day + part.number()),
        new PatientId("P-1"),
        TODAY.plusDays(day),
        part,
        new Mass(82_500),
        new TakeHomeBottle.Content(
            new BatchId("L-1"),
            Concentration.ofMilligramsPerMillilitre(10),
            Volume.ofMicrolitres(8_250)),
        TakeHomeBottle.State.FILLED);
  }

  private static RepresentativeForms forms(Optional<Person> person, TakeHomeBottle... bottles) {
    return new RepresentativeForms(
        new FormPapers.Forms(
            "clinic-a",
            new PatientId("P-1"),
            TODAY,
            Optional.of(new Mass(82_500)),
            List.of(bottles)),
        person);
  }

  private static String subLabel(Optional<Person> person) {
    return SubLabelPage.html(
        new FormPapers.SubLabel("clinic-a", bottle(1, DosePart.LATER)), person);
  }

  private static long count(String part, String page) {
    return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
  }

  private static void has(String page, String... parts) {
    for (String part : parts) {
      assertTrue(page.contains(part), "nowhere: " + part);
    }
  }

  /** Run with {@code -Dwrite.pages=FOLDER} to look at the pages. */
  private static String looked(String name, String page) throws IOException {
    String folder = System.getProperty("write.pages", "");
    if (!folder.isEmpty()) {
      Files.writeString(Path.of(folder, name + ".html"), page);
    }
    return page.replace('\u00a0', ' ');
  }

  @Test
  void theRequestHasWhatIsRecordedAndRoomForThePen() throws Exception {
    String page = looked("form04", forms(SOMEBODY).request());
    has(
        page,
        "Mẫu 04",
        "clinic-a",
        "Người Rất Dài Tên Bịa",
        "1980",
        "P-1",
        "82,5 mg",
        "01/03/2027");
    has(page, "Họ tên người đại diện", "Name of the representative", "Confirmed by the hospital");
    assertTrue(count("class=\"pen\"", page) > 10, "what nobody recorded is for a pen");
    assertEquals(3, count("class=\"sign\"", page));
  }

  @Test
  void theCommitmentComesInTwoCopiesThatSayTheSame() throws Exception {
    TakeHomeBottle[] bottles = {bottle(1, DosePart.WHOLE), bottle(2, DosePart.LATER)};
    String page = looked("form05", forms(SOMEBODY, bottles).commitment());
    has(page, "Bản 1/2", "Bản 2/2", "Copy 1 of 2", "Copy 2 of 2", "phần sau");
    for (String twice :
        List.of("TH-11", "TH-22", "02/03/2027", "Mẫu 05</b>", "Người Rất Dài Tên Bịa")) {
      assertEquals(2, count(twice, page), twice);
    }
    assertEquals(4, count("8,25 mL", page), "of each bottle");
    String[] copies = page.split("<section class=\"copy\">", -1);
    assertEquals(3, copies.length);
    assertEquals(
        copies[1].replace("Bản 1/2: cơ sở giữ", "").replace("Copy 1 of 2: stays at the clinic", ""),
        copies[2]
            .replace("Bản 2/2: người đại diện giữ", "")
            .replace("Copy 2 of 2: for the representative", "")
            .replace("</body></html>\n", ""));
  }

  @Test
  void beforeTheBottlesAreFilledTheirLinesAreEmpty() throws Exception {
    String page = looked("form05-empty", forms(Optional.empty()).commitment());
    assertEquals(10, count("<tr><td></td>", page), "five lines a copy");
  }

  @Test
  void whatIsNotRecordedIsLeftForThePen() {
    String known = forms(SOMEBODY).request();
    String nobody =
        new RepresentativeForms(
                new FormPapers.Forms(
                    "clinic-a", new PatientId("P-1"), TODAY, Optional.empty(), List.of()),
                person("", "").map(p -> new Person("", "", 0, p.photo())))
            .request();
    assertEquals(
        count("class=\"pen\"", known) + 3, count("class=\"pen\"", nobody), "name, year, dose");
  }

  @Test
  void theSubLabelSaysWhoWhatWhenAndWhatNotToDo() throws Exception {
    String page = looked("form06", subLabel(SOMEBODY));
    has(page, "MẪU 06", "Người Rất Dài Tên Bịa, 1980", "P-1", "10 mg/mL", "82,5 mg = 8,25 mL");
    has(page, "02/03/2027 (phần sau", "<svg", "TH-12", "Để xa trẻ em", "not tight");
    has(subLabel(Optional.empty()), "<p class=\"name\">–</p>");
  }

  @Test
  void aNameStaysText() {
    Optional<Person> sly = person("<script>alert(1)</script>", "\"&'><img src=x>");
    for (String page : List.of(forms(sly).request(), forms(sly).commitment(), subLabel(sly))) {
      assertFalse(page.contains("<script"));
      assertFalse(page.contains("<img"));
      has(page, "&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;&amp;");
    }
  }

  /** The policy lets exactly the page's own style be applied, and nothing run or load. */
  @Test
  void onlyItsOwnStyleIsApplied() {
    for (String[] page :
        List.of(
            new String[] {forms(SOMEBODY).request(), RepresentativeForms.POLICY},
            new String[] {subLabel(SOMEBODY), SubLabelPage.POLICY})) {
      String style = page[0].substring(page[0].indexOf("<style>") + 7, page[0].indexOf("</style>"));
      assertEquals(
          "default-src 'none'; style-src 'sha256-%s'".formatted(ProfilePage.sha256(style)),
          page[1]);
      assertFalse(page[0].contains("style=\""), "no style beside it");
      assertFalse(page[0].contains("http://") && !page[0].contains("www.w3.org"), "nothing loaded");
    }
  }
}
