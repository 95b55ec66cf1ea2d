package clinic.mmt.dispenser.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.sheet.Sheet.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** A sheet says the same on paper and in a file for sums, in both languages. */
class SheetTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final String EVERY_SIGN = "ăâđêôơư ẮẰẲẴẶ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳỷỹỵ Đ";

  private static Sheet sheet(Locale locale, int rows) {
    return new Sheet(
        "Thẻ kho / thử: 1",
        List.of("Cơ sở thử", EVERY_SIGN),
        List.of(
            new Sheet.Table(
                "Bảng",
                List.of(new Sheet.Column("Lô", 12), new Sheet.Column("mL", 10)),
                Collections.nCopies(
                    rows, List.of(Cell.of("L-1"), Cell.thousandths(1_234_567))))),
        List.of("ghi chú"),
        List.of("Người lập", "Trưởng cơ sở"),
        Optional.of("MMT1 5cee1139"),
        locale);
  }

  private static PdfReader read(Sheet sheet) throws IOException {
    return new PdfReader(SheetPdf.of(sheet));
  }

  @Test
  void thePdfHasEveryVietnameseSignAndTheDecimalMarkOfTheLanguage() throws IOException {
    String text = new PdfTextExtractor(read(sheet(VI, 1))).getTextFromPage(1);
    for (String part : EVERY_SIGN.split(" ", -1)) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertTrue(text.contains("1.234,567"), text);
    assertTrue(text.contains("MMT1 5cee1139"), text);
    assertTrue(text.contains("Trang 1"), text);
    String english = new PdfTextExtractor(read(sheet(Locale.ENGLISH, 1))).getTextFromPage(1);
    assertTrue(english.contains("1,234.567"), english);
    assertTrue(english.contains("Page 1"), english);
  }

  @Test
  void aLongTableGoesOnWithItsHeadOnEveryPage() throws IOException {
    PdfReader reader = read(sheet(VI, 200));
    assertTrue(reader.getNumberOfPages() > 2);
    String second = new PdfTextExtractor(reader).getTextFromPage(2);
    assertTrue(second.contains("Lô") && second.contains("Trang 2"), second);
  }

  @Test
  void theExcelFileHoldsNumbersAndAShortNameWithoutSigns(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sheet.xlsx");
    Files.write(file, SheetExcel.of(sheet(VI, 2)));
    String xml;
    String book;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      xml = text(zip, "xl/worksheets/sheet1.xml");
      book = text(zip, "xl/workbook.xml");
    }
    assertTrue(xml.contains("<v>1234.567</v>"), xml);
    assertTrue(book.contains("name=\"Th&#x1ebb; kho   th&#x1eed;  1\""), book);
  }

  private static String text(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void numbersHaveTheDecimalsTheyHave() {
    assertEquals("0,500", SheetPdf.number(new BigDecimal("0.500"), VI));
    assertEquals("-1.000", SheetPdf.number(BigDecimal.valueOf(-1000), VI));
    assertEquals("1,000", SheetPdf.number(BigDecimal.valueOf(1000), Locale.ENGLISH));
  }

  @Test
  void aRowWithAnotherNumberOfCellsIsABug() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Sheet.Table(
                "x", List.of(new Sheet.Column("a", 1)), List.of(List.of(Cell.NONE, Cell.NONE))));
  }
}
