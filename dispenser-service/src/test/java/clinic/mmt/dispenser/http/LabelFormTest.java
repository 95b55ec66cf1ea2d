package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.stock.StockPages.BatchLine;
import clinic.mmt.dispenser.app.stock.StockPages.BottleLine;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A scanner reads the number of a bottle from each form of its label. */
class LabelFormTest {

  private static final BottleId LABEL = BottleLabel.of(4_711);

  private static BottleLine line() {
    ProductId product = new ProductId("P");
    BatchId batch = new BatchId("L2601-A");
    Bottle bottle =
        new Bottle(
            LABEL,
            batch,
            product,
            Volume.ofMillilitres(1000),
            BottleState.IN_STORE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "RC-1");
    BatchLine sheet =
        new BatchLine(
            new StockBatch(batch, product, LocalDate.of(2027, 3, 31)),
            new Product(
                product,
                "Nhãn hiệu thử đỏ",
                Concentration.ofMilligramsPerMillilitre(10),
                Volume.ofMillilitres(1000),
                Mass.ofGrams(92),
                "cam",
                Optional.empty()),
            Optional.empty(),
            false);
    return new BottleLine(
        bottle, sheet, Optional.of(Volume.ofMillilitres(1000)), Volume.ofMillilitres(100));
  }

  private final LabelPicture picture = BottleLabelDrawing.of(line());

  /** What a scanner sees; {@code dot} tells 1 for black. */
  private static String scanned(IntBinaryOperator dot) throws Exception {
    int[] pixels = new int[BottleLabelDrawing.WIDTH * BottleLabelDrawing.HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % BottleLabelDrawing.WIDTH;
      int y = i / BottleLabelDrawing.WIDTH;
      pixels[i] = dot.applyAsInt(x, y) == 1 ? 0 : 0xFFFFFF;
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(
                        BottleLabelDrawing.WIDTH, BottleLabelDrawing.HEIGHT, pixels))))
        .getText();
  }

  private static int dot(byte[] rows, int x, int y) {
    return rows[y * BottleLabelDrawing.WIDTH / Byte.SIZE + x / Byte.SIZE] >> (7 - x % 8) & 1;
  }

  @Test
  void aPngIsAPictureThatOthersRead() throws Exception {
    byte[] png = LabelForm.PNG.write(picture);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(BottleLabelDrawing.WIDTH, image.getWidth());
    assertEquals(BottleLabelDrawing.HEIGHT, image.getHeight());
    assertEquals(LABEL.value(), scanned((x, y) -> (image.getRGB(x, y) & 0xFFFFFF) == 0 ? 1 : 0));
  }

  @Test
  void zplIsOneGraphicFieldOfTheSameDots() throws Exception {
    String zpl = new String(LabelForm.ZPL.write(picture), StandardCharsets.US_ASCII);
    Matcher field =
        Pattern.compile(
                "\\^XA\\^PW400\\^LL240\\^FO0,0\\^GFA,12000,12000,50,([0-9A-F]+)\\^FS\\^XZ\n")
            .matcher(zpl);
    assertTrue(field.matches(), zpl.substring(0, 60));
    byte[] rows = HexFormat.of().parseHex(field.group(1));
    assertArrayEquals(picture.rows(), rows);
    assertEquals(LABEL.value(), scanned((x, y) -> dot(rows, x, y)));
  }

  @Test
  void escPosIsOneRasterImageOfTheSameDots() throws Exception {
    byte[] bytes = LabelForm.ESCPOS.write(picture);
    assertArrayEquals(
        new byte[] {0x1B, '@', 0x1D, 'v', '0', 0, 50, 0, (byte) 240, 0}, Arrays.copyOf(bytes, 10));
    byte[] rows = Arrays.copyOfRange(bytes, 10, bytes.length - 1);
    assertEquals(12_000, rows.length);
    assertEquals(LABEL.value(), scanned((x, y) -> dot(rows, x, y)));
  }

  @Test
  void lettersWithMarksAreWrittenWithoutThem() {
    assertEquals("NHAN HIEU THU DO", LabelFont.plain("Nhãn hiệu thử đỏ"));
    assertEquals("10 MG/ML?", LabelFont.plain("10 mg/mL€"));
  }

  @Test
  void theWhiteAroundTheCodeStaysWhite() {
    for (int i = 0; i < 170; i++) {
      assertTrue(!picture.black(i, 10) && !picture.black(10, i), "at " + i);
    }
  }
}
