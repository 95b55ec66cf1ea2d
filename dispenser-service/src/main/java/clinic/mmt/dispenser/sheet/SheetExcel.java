package clinic.mmt.dispenser.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet as Excel: numbers are numbers, so that they can be summed. */
public final class SheetExcel {

  private static final int NAME_MOST = 31;

  private final Sheet sheet;
  private final Worksheet out;
  private int row;

  private SheetExcel(Sheet sheet, Worksheet out) {
    this.sheet = sheet;
    this.out = out;
  }

  /** The bytes of the file. */
  public static byte[] of(Sheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "mmt-dispenser", "1.0")) {
      new SheetExcel(sheet, book.newWorksheet(name(sheet.title()))).write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A name of a worksheet has neither slash nor colon, and is short. */
  private static String name(String title) {
    String plain = title.replaceAll("[\\\\/:*?\\[\\]]", " ").strip();
    return plain.substring(0, Math.min(plain.length(), NAME_MOST));
  }

  private void write() {
    out.fitToWidth((short) 1);
    out.fitToHeight((short) 0);
    text(sheet.title());
    out.style(row - 1, 0).bold().fontSize(14).set();
    sheet.under().forEach(this::text);
    sheet.tables().forEach(this::table);
    row++;
    sheet.notes().forEach(this::text);
    sheet.signatures().forEach(who -> text(who + ": ____________________"));
    sheet.mark().ifPresent(this::text);
  }

  private void text(String line) {
    out.value(row++, 0, line);
  }

  private void table(Sheet.Table table) {
    row++;
    if (!table.title().isEmpty()) {
      text(table.title());
      out.style(row - 1, 0).bold().set();
    }
    for (int i = 0; i < table.columns().size(); i++) {
      Sheet.Column column = table.columns().get(i);
      out.value(row, i, column.head());
      out.width(i, column.width() + 2);
      out.style(row, i).bold().fillColor("E8EDF2").wrapText(true).borderStyle("thin").set();
    }
    row++;
    for (List<Sheet.Cell> cells : table.rows()) {
      for (int i = 0; i < cells.size(); i++) {
        cell(cells.get(i), i);
      }
      row++;
    }
  }

  private void cell(Sheet.Cell cell, int column) {
    switch (cell) {
      case Sheet.Cell.Text(String text) -> out.value(row, column, text);
      case Sheet.Cell.Number(BigDecimal value) -> {
        out.value(row, column, value);
        String decimals = "0".repeat(Math.max(0, value.scale()));
        out.style(row, column).format(decimals.isEmpty() ? "#,##0" : "#,##0." + decimals).set();
      }
    }
  }
}
