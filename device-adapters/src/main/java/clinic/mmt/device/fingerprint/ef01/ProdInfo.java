package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.frame.Octets;
import java.util.Optional;

/**
 * What {@code ReadProdInfo} of an R503 answers, 46 bytes.
 *
 * @param model for example R503
 * @param batch four characters
 * @param serial eight characters
 * @param templateBytes size of a template
 */
record ProdInfo(String model, String batch, String serial, int templateBytes) {

  private static final int LENGTH = 46;

  /** Reads it; empty when it has another length or a text is no text. */
  static Optional<ProdInfo> decode(Octets parameters) {
    if (parameters.length() != LENGTH) {
      return Optional.empty();
    }
    Optional<String> model = text(parameters.slice(0, 16));
    Optional<String> batch = text(parameters.slice(16, 20));
    Optional<String> serial = text(parameters.slice(20, 28));
    if (model.isEmpty() || batch.isEmpty() || serial.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ProdInfo(model.get(), batch.get(), serial.get(), parameters.u16(42)));
  }

  /** Printable ASCII, filled up with NUL at the end. */
  static Optional<String> text(Octets padded) {
    String text = padded.text().replaceAll("\\x00+$", "");
    return text.matches("[\\x20-\\x7E]*") ? Optional.of(text.strip()) : Optional.empty();
  }

  /** Batch and serial number. */
  String unit() {
    return batch + "-" + serial;
  }
}
