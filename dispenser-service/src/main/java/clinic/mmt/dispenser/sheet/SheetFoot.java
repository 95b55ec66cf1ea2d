package clinic.mmt.dispenser.sheet;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** Title and page number at the foot of every page, so that a loose page is known. */
final class SheetFoot extends PdfPageEventHelper {

  private final Sheet sheet;
  private final Font font;

  SheetFoot(Sheet sheet, Font font) {
    this.sheet = sheet;
    this.font = font;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    float y = document.bottom() - 14;
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_LEFT,
        new Phrase(String.join(" · ", sheet.title(), sheet.under().getFirst()), font),
        document.left(),
        y,
        0);
    ColumnText.showTextAligned(
        writer.getDirectContent(),
        Element.ALIGN_RIGHT,
        new Phrase(sheet.word("Trang ", "Page ") + document.getPageNumber(), font),
        document.right(),
        y,
        0);
  }
}
