package clinic.mmt.dispenser.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of standing notices has every sort, and each page it leads to is there. */
class NoticePageTest {

  private static final Path PAGE = Path.of("../docs/domain/notices.md");
  private static final Path WEB = Path.of("../clinic-ui/src/main/web");
  private static final String MARK = "<!-- generated from here on, see NoticePageTest -->";

  /** Run with {@code -Dwrite.docs=true} to write the page anew. */
  @Test
  void thePageHasEverySort() throws IOException {
    StringBuilder table = new StringBuilder(MARK + "\n\n");
    table.append("| kind | counter | says | what to do | tiếng Việt |\n|---|---|---|---|---|\n");
    for (NoticeSort sort : NoticeSort.values()) {
      table.append(
          "| `%s` | %s | %s | %s | %s (%s) |%n"
              .formatted(
                  sort,
                  sort.counter() ? "yes" : "no",
                  sort.english().text(),
                  sort.english().wayOn(),
                  sort.vietnamese().text(),
                  sort.vietnamese().wayOn()));
    }
    String page = Files.readString(PAGE);
    int at = page.indexOf(MARK);
    if (Boolean.getBoolean("write.docs")) {
      Files.writeString(PAGE, page.substring(0, at) + table);
      return;
    }
    assertEquals(table.toString(), page.substring(at), "run this test with -Dwrite.docs=true");
  }

  @Test
  void everyWayLeadsToAPageThatIsThere() throws IOException {
    for (NoticeSort sort : NoticeSort.values()) {
      if (!sort.page().isEmpty()) {
        int slash = sort.page().indexOf('/');
        String page = slash < 0 ? "pharmacy" : sort.page().substring(0, slash);
        String views = Files.readString(WEB.resolve(page).resolve("page.ts"));
        String view = "name: \"" + sort.page().substring(slash + 1) + "\"";
        assertTrue(views.contains(view), sort.name());
      }
    }
  }
}
