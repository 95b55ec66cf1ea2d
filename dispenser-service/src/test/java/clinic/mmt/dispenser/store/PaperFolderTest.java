package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that name patients, for the time without power. */
class PaperFolderTest {

  @TempDir private Path data = Path.of("");

  private static SequencedMap<String, String> pages(String list, String sheet) {
    SequencedMap<String, String> pages = new LinkedHashMap<>();
    pages.put("dosed-today.html", list);
    pages.put("downtime-sheet-s1.html", sheet);
    return pages;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("papers"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void pagesAreTheOwnersAloneAndReplacedWhole() throws Exception {
    PaperFolder folder = new PaperFolder(data);
    assertEquals(data.resolve("papers"), folder.save(pages("Nguyễn", "one")));
    folder.save(pages("Nguyễn, Trần", "two"));
    assertEquals(List.of("dosed-today.html", "downtime-sheet-s1.html"), files());
    assertEquals(
        "Nguyễn, Trần", Files.readString(data.resolve("papers").resolve("dosed-today.html")));
    assertEquals("rwx------", rights(data.resolve("papers")));
    for (String file : files()) {
      assertEquals("rw-------", rights(data.resolve("papers").resolve(file)), file);
    }
  }

  /** Who was dosed is what counts: it is there whatever becomes of the sheets. */
  @Test
  void theListIsWrittenBeforeTheSheets() throws Exception {
    PaperFolder folder = new PaperFolder(data);
    SequencedMap<String, String> bad = new LinkedHashMap<>();
    bad.put("dosed-today.html", "list");
    bad.put("no/such/folder.html", "sheet");
    assertThrows(IOException.class, () -> folder.save(bad));
    assertEquals(List.of("dosed-today.html"), files());
  }

  @Test
  void nothingIsLeftOfThem() throws Exception {
    PaperFolder folder = new PaperFolder(data);
    folder.remove(); // there is none: nothing to do
    folder.save(pages("list", "sheet"));
    Files.writeString(data.resolve("papers").resolve("dosed-today.html.new"), "half a page");
    folder.remove();
    assertFalse(Files.exists(data.resolve("papers")));
  }
}
