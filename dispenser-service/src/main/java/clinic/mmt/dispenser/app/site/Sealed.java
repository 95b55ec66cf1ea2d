package clinic.mmt.dispenser.app.site;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signed text, as it stands in a code: {@code kind.text.signature}, both in base64url, so that
 * every scanner reads it the same whatever letters the text has.
 *
 * @param kind what it is, for example {@code MG1}
 * @param text in UTF-8
 * @param signature of kind and text, base64url
 */
public record Sealed(String kind, String text, String signature) {

  /** As it stands in a code. */
  public String line() {
    return kind
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "."
        + signature;
  }

  /** Reads a line; empty when it does not have the form of this kind. Says nothing of who wrote. */
  public static Optional<Sealed> read(String kind, String line) {
    List<String> parts = List.of(line.strip().split("\\.", -1));
    if (parts.size() != 3 || !parts.getFirst().equals(kind)) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8);
      return Optional.of(new Sealed(kind, text, parts.getLast()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Sealed[" + kind + "]";
  }
}
