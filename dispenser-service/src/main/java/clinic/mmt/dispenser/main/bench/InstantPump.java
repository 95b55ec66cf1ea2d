package clinic.mmt.dispenser.main.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * Answers New Era safe-mode frames at once and pours in no time: it measures our path, it is no
 * simulator and models nothing.
 */
final class InstantPump implements InstantPeer.Talk {

  private static final int STX = 2;
  private static final int ETX = 3;

  private final LongConsumer started;
  private final LongConsumer poured;
  private long targetMicrolitres;
  private long countedMicrolitres;
  private String rate = "60.00MM";

  /** {@code started} hears when the first byte of a start frame came, {@code poured} how much. */
  InstantPump(LongConsumer started, LongConsumer poured) {
    this.started = started;
    this.poured = poured;
  }

  @Override
  public void talk(InputStream in, OutputStream out) throws IOException {
    for (int first = in.read(); first >= 0; first = in.read()) {
      long nanos = System.nanoTime();
      if (first == STX) {
        int length = in.read();
        byte[] rest = in.readNBytes(length - 1);
        String command = new String(rest, 0, length - 4, StandardCharsets.US_ASCII);
        out.write(frame("00" + answer(command.replaceFirst("^0", ""), nanos)));
      } else {
        StringBuilder basic = new StringBuilder();
        for (int b = first; b >= 0 && b != '\r'; b = in.read()) {
          basic.append((char) b);
        }
        String text = "00" + answer(basic.toString().replaceFirst("^0", ""), nanos);
        out.write(STX);
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write(ETX);
      }
      out.flush();
    }
  }

  private synchronized String answer(String command, long nanos) {
    if (command.startsWith("VOL") && command.length() > 3 && !command.equals("VOLML")) {
      targetMicrolitres = thousandths(command.substring(3));
      return "S";
    }
    if (command.startsWith("RAT") && command.length() > 3) {
      rate = number(thousandths(command.substring(3).replaceAll("[A-Z]", ""))) + "MM";
      return "S";
    }
    if (command.startsWith("CLD")) {
      countedMicrolitres = 0;
      return "S";
    }
    return switch (command) {
      case "RUN" -> {
        started.accept(nanos);
        countedMicrolitres += targetMicrolitres;
        poured.accept(targetMicrolitres);
        yield "I";
      }
      case "VER" -> "SNE1000V3.928";
      case "VOL" -> "S" + number(targetMicrolitres) + "ML";
      case "RAT" -> "S" + rate;
      case "DIR" -> "SINF";
      case "PF" -> "S0";
      case "DIS" -> "SI" + number(countedMicrolitres) + "W0.000ML";
      default -> "S";
    };
  }

  private static long thousandths(String number) {
    return new java.math.BigDecimal(number).movePointRight(3).longValueExact();
  }

  /** Four digits with a point, as the pump writes them. */
  private static String number(long thousandths) {
    int decimals = thousandths < 10_000 ? 3 : thousandths < 100_000 ? 2 : 1;
    return java.math.BigDecimal.valueOf(thousandths, 3)
        .setScale(decimals, java.math.RoundingMode.DOWN)
        .toPlainString()
        .toUpperCase(Locale.ROOT);
  }

  private static byte[] frame(String data) {
    byte[] text = data.getBytes(StandardCharsets.US_ASCII);
    int crc = 0;
    for (byte b : text) {
      crc ^= (b & 0xff) << 8;
      for (int i = 0; i < 8; i++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1 & 0xffff;
      }
    }
    byte[] frame = new byte[text.length + 5];
    frame[0] = STX;
    frame[1] = (byte) (text.length + 4);
    System.arraycopy(text, 0, frame, 2, text.length);
    frame[text.length + 2] = (byte) (crc >> 8);
    frame[text.length + 3] = (byte) crc;
    frame[text.length + 4] = ETX;
    return frame;
  }
}
