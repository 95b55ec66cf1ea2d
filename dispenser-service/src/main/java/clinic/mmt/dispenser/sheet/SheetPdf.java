package clinic.mmt.dispenser.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A sheet as PDF: A4, upright while its columns fit, with a font that has every Vietnamese sign.
 */
public final class SheetPdf {

  private static final float MARGIN = 36;
  private static final int UPRIGHT_WIDTH = 95;
  private static final int QR = 120;
  private static final Color HEAD = new Color(0xE8EDF2);

  private final Sheet sheet;
  private final Font plain;
  private final Font small;
  private final Font bold;
  private final Font title;

  private SheetPdf(Sheet sheet) throws IOException {
    this.sheet = sheet;
    this.plain = font(Liberation.SANS, 9);
    this.small = font(Liberation.SANS, 8);
    this.bold = font(Liberation.SANS_BOLD, 9);
    this.title = font(Liberation.SANS_BOLD, 15);
  }

  private static Font font(Liberation face, int size) throws IOException {
    return face.create(size);
  }

  /** The bytes of the file. */
  public static byte[] of(Sheet sheet) {
    try {
      return new SheetPdf(sheet).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write() throws IOException {
    int widest = sheet.tables().stream().mapToInt(SheetPdf::width).max().orElse(0);
    Rectangle page = widest > UPRIGHT_WIDTH ? PageSize.A4.rotate() : PageSize.A4;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Document document = new Document(page, MARGIN, MARGIN, MARGIN, MARGIN + 12);
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    writer.setPageEvent(new SheetFoot(sheet, font(Liberation.SANS, 8)));
    document.addTitle(sheet.title());
    document.setDocumentLanguage(sheet.locale().toLanguageTag());
    document.open();
    document.add(new Paragraph(sheet.title(), title));
    for (String line : sheet.under()) {
      document.add(new Paragraph(line, plain));
    }
    for (Sheet.Table table : sheet.tables()) {
      if (!table.title().isEmpty()) {
        Paragraph head = new Paragraph(table.title(), bold);
        head.setSpacingBefore(10);
        document.add(head);
      }
      document.add(table(table));
    }
    for (String note : sheet.notes()) {
      document.add(new Paragraph(note, small));
    }
    if (!sheet.signatures().isEmpty()) {
      document.add(signatures());
    }
    if (sheet.mark().isPresent()) {
      document.add(mark(sheet.mark().get()));
    }
    document.close();
    return bytes.toByteArray();
  }

  private static int width(Sheet.Table table) {
    return table.columns().stream().mapToInt(Sheet.Column::width).sum();
  }

  private PdfPTable table(Sheet.Table of) {
    PdfPTable table = new PdfPTable(of.columns().size());
    table.setWidths(of.columns().stream().mapToInt(Sheet.Column::width).toArray());
    table.setWidthPercentage(100);
    table.setSpacingBefore(6);
    table.setHeaderRows(1);
    for (Sheet.Column column : of.columns()) {
      PdfPCell cell = cell(column.head(), bold, Element.ALIGN_LEFT);
      cell.setBackgroundColor(HEAD);
      table.addCell(cell);
    }
    for (List<Sheet.Cell> row : of.rows()) {
      for (Sheet.Cell cell : row) {
        table.addCell(
            switch (cell) {
              case Sheet.Cell.Text(String text) -> cell(text, plain, Element.ALIGN_LEFT);
              case Sheet.Cell.Amount(BigDecimal value) ->
                  cell(number(value, sheet.locale()), plain, Element.ALIGN_RIGHT);
            });
      }
    }
    return table;
  }

  private static PdfPCell cell(String text, Font font, int align) {
    PdfPCell cell = new PdfPCell(new Phrase(text, font));
    cell.setPadding(3);
    cell.setHorizontalAlignment(align);
    cell.setBorderColor(Color.GRAY);
    return cell;
  }

  /** With the decimal mark and the grouping of the language. */
  public static String number(BigDecimal value, Locale locale) {
    String decimals = "0".repeat(Math.max(0, value.scale()));
    String pattern = decimals.isEmpty() ? "#,##0" : "#,##0." + decimals;
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
  }

  private PdfPTable signatures() {
    PdfPTable table = new PdfPTable(sheet.signatures().size());
    table.setWidthPercentage(100);
    table.setSpacingBefore(18);
    table.setKeepTogether(true);
    for (String who : sheet.signatures()) {
      PdfPCell cell = new PdfPCell();
      cell.setBorder(Rectangle.NO_BORDER);
      cell.setMinimumHeight(80);
      Paragraph line = new Paragraph(who, bold);
      line.setAlignment(Element.ALIGN_CENTER);
      cell.addElement(line);
      Paragraph under =
          new Paragraph(
              sheet.word("(ngày, ký, ghi rõ họ tên)", "(date, signature, name in print)"), small);
      under.setAlignment(Element.ALIGN_CENTER);
      cell.addElement(under);
      table.addCell(cell);
    }
    return table;
  }

  private PdfPTable mark(String text) throws IOException {
    PdfPTable table = new PdfPTable(2);
    table.setWidths(new int[] {1, 5});
    table.setWidthPercentage(100);
    table.setSpacingBefore(12);
    table.setKeepTogether(true);
    Image image = Image.getInstance(qr(text), null);
    image.scaleAbsolute(90, 90);
    PdfPCell picture = new PdfPCell(image);
    picture.setBorder(Rectangle.NO_BORDER);
    table.addCell(picture);
    PdfPCell words = new PdfPCell(new Phrase(text, small));
    words.setBorder(Rectangle.NO_BORDER);
    words.setVerticalAlignment(Element.ALIGN_MIDDLE);
    table.addCell(words);
    return table;
  }

  private static java.awt.Image qr(String text) {
    try {
      BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, QR, QR);
      java.awt.image.BufferedImage image =
          new java.awt.image.BufferedImage(
              matrix.getWidth(), matrix.getHeight(), java.awt.image.BufferedImage.TYPE_BYTE_BINARY);
      for (int y = 0; y < matrix.getHeight(); y++) {
        for (int x = 0; x < matrix.getWidth(); x++) {
          image.setRGB(x, y, matrix.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
        }
      }
      return image;
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
