package clinic.mmt.dispenser.domain.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text of doses is the one of the file that the screens' test reads too. */
class DoseTextTest {

  private static final Path EXAMPLES = Path.of("../clinic-ui/src/test/web/text/dose-text.json");

  private static JsonNode examples(String of) throws IOException {
    return new ObjectMapper().readTree(EXAMPLES.toFile()).path(of);
  }

  private static void all(String of, Language language, BiFunction<JsonNode, Language, String> text)
      throws IOException {
    JsonNode cases = examples(of);
    assertTrue(cases.size() > 1, "the control: there are examples");
    for (JsonNode one : cases) {
      String expected = one.path(language.name().toLowerCase(Locale.ROOT)).asText();
      assertEquals(expected, text.apply(one, language));
    }
  }

  private static Mass micrograms(JsonNode one) {
    return Mass.ofMicrograms(one.path("micrograms").asLong());
  }

  @ParameterizedTest
  @EnumSource
  void amountsAreWrittenByTheDisplayRules(Language language) throws IOException { // R2 to R10
    all("mass", language, (one, l) -> DoseText.mass(micrograms(one), l));
    all(
        "volume",
        language,
        (one, l) -> DoseText.volume(Volume.ofMicrolitres(one.path("microlitres").asLong()), l));
    all(
        "strength",
        language,
        (one, l) ->
            DoseText.strength(new Concentration(one.path("microgramsPerMillilitre").asLong()), l));
  }

  @ParameterizedTest
  @EnumSource
  void aDoseHasALineInWords(Language language) throws IOException { // R13
    all("words", language, (one, l) -> DoseText.words(micrograms(one), l));
  }

  @Test
  void aGramOrMoreIsNoDose() throws IOException { // R9
    for (JsonNode one : examples("noMass")) {
      Mass mass = Mass.ofMicrograms(one.asLong());
      assertThrows(IllegalArgumentException.class, () -> DoseText.mass(mass, Language.VI));
      assertThrows(IllegalArgumentException.class, () -> DoseText.words(mass, Language.EN));
    }
  }
}
