package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.stock.StockPages.BottleLine;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.text.DoseText;
import clinic.mmt.dispenser.domain.text.Language;

/**
 * Our own label of a bottle of the stock: 50 × 30 mm at 203 dpi, with the number to read and to
 * scan. Nothing of a person is on it.
 */
final class BottleLabelDrawing {

  static final int WIDTH = 400;
  static final int HEIGHT = 240;

  private static final int MODULE = 6;
  private static final int QUIET = 4 * MODULE;
  private static final int RIGHT = 188;
  private static final int LINE = 24;

  private BottleLabelDrawing() {}

  static LabelPicture of(BottleLine line) {
    LabelPicture picture = new LabelPicture(WIDTH, HEIGHT);
    String label = line.bottle().label().value();
    Product product = line.batch().product();
    picture.code(label, QUIET, QUIET, MODULE);
    picture.text(label, RIGHT, QUIET, 4);
    int y = QUIET + 2 * LINE;
    picture.text("METHADONE HCL", RIGHT, y, 2);
    picture.text(DoseText.strength(product.strength(), Language.EN), RIGHT, y + LINE, 2);
    picture.text(DoseText.volume(product.container(), Language.EN), RIGHT, y + 2 * LINE, 2);
    picture.text(product.brand(), RIGHT, y + 3 * LINE, 1);
    picture.text("LOT " + line.bottle().batch().value(), QUIET, HEIGHT - 2 * LINE - 4, 2);
    picture.text("EXP " + line.batch().sheet().expiry(), QUIET, HEIGHT - LINE - 4, 2);
    return picture;
  }
}
