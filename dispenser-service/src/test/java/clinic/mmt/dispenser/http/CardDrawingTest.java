package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawing of a card says the card's text to a reader of QR codes, and nothing else. */
class CardDrawingTest {

  private static final String CARD = "MC1.K7QEA2B3C4D5E6F7G2H3I4J5K6.1.ABCD2345";
  private static final int QUIET = 4;

  @Test
  void aReaderReadsTheTextBack() throws Exception {
    String svg = CardDrawing.svg(CARD);
    Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    size.find();
    int modules = Integer.parseInt(size.group(1)) - 2 * QUIET;
    BitMatrix read = new BitMatrix(modules);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (module.find()) {
      read.set(
          Integer.parseInt(module.group(1)) - QUIET, Integer.parseInt(module.group(2)) - QUIET);
    }
    assertEquals(CARD, new Decoder().decode(read).getText());
    assertFalse(svg.contains("MC1"), "no text beside the code");
  }
}
