package clinic.mmt.dispenser.main;

import clinic.mmt.device.link.ByIdPath;
import clinic.mmt.dispenser.domain.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** What the doctor says, in one language; the texts are beside this class, one file a language. */
final class DoctorWords {

  private final Properties texts;

  private DoctorWords(Properties texts) {
    this.texts = texts;
  }

  static DoctorWords in(Language language) {
    String file = "doctor_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
    Properties texts = new Properties();
    try (InputStream in = DoctorWords.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DoctorWords(texts);
  }

  /**
   * A text with its values.
   *
   * @throws IllegalArgumentException for a key without text: a bug
   */
  String say(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key);
    }
    return text.formatted(values);
  }

  /** What is doubtful about a path, what that means, and what to do. */
  String say(ByIdPath.Doubt doubt) {
    return switch (doubt) {
      case ByIdPath.Doubt.NoNumber() -> say("path.no-number");
      case ByIdPath.Doubt.WorksNumber(String number) -> say("path.works-number", number);
    };
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }
}
