package clinic.mmt.dispenser.main.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Answers MT-SICS commands at once, always stable: it measures our path and models nothing. */
final class InstantScale implements InstantPeer.Talk {

  private static final long CUP_MILLIGRAMS = 12_000;

  private long grossMilligrams;
  private long tareMilligrams;
  private int seenEmpty;

  /** A fresh cup stands there. */
  synchronized void cup() {
    grossMilligrams = CUP_MILLIGRAMS;
  }

  /** Nothing stands there. */
  synchronized void lift() {
    grossMilligrams = 0;
    seenEmpty = 0;
  }

  /** How often the weight was asked for since the cup was lifted. */
  synchronized int seenEmpty() {
    return seenEmpty;
  }

  /** Liquid of 1.05 g/mL flowed into the cup. */
  synchronized void pour(long microlitres) {
    grossMilligrams += Math.round(microlitres * 1.05 / 10) * 10;
  }

  @Override
  public void talk(InputStream in, OutputStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.write((answer(line.trim()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  private synchronized String answer(String command) {
    return switch (command) {
      case "S", "SI" -> {
        seenEmpty++;
        yield "S S " + weight(grossMilligrams - tareMilligrams);
      }
      case "T" -> {
        tareMilligrams = grossMilligrams;
        yield "T S " + weight(tareMilligrams);
      }
      case "TAC" -> {
        tareMilligrams = 0;
        yield "TAC A";
      }
      case "TA" -> "TA A " + weight(tareMilligrams);
      case "Z" -> "Z A";
      case "@", "I4" -> "I4 A \"1234567\"";
      case "I2" -> "I2 A \"BENCH 600 g\"";
      case "I3" -> "I3 A \"1.00\"";
      default -> "ES";
    };
  }

  private static String weight(long milligrams) {
    return "%10s g"
        .formatted(
            BigDecimal.valueOf(milligrams, 3).setScale(2, RoundingMode.HALF_UP).toPlainString());
  }
}
