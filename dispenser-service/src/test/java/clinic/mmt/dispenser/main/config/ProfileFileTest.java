package clinic.mmt.dispenser.main.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.profile.ProfileValue;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule profiles are data with a source each; mistakes are told by file and line. */
class ProfileFileTest {

  private static final Path PAGE = Path.of("../docs/domain/profiles.md");
  private static final String MARK = "<!-- generated from here on, see ProfileFileTest -->";

  private static String text() throws IOException {
    try (var in =
        ProfileFile.class.getResourceAsStream("/clinic/mmt/dispenser/profiles/VN-2024.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyProfileOfTheProgramCanBeReadAndHasASourceForEachValue() throws ConfigException {
    for (String name : ProfileFile.BUILT_IN) {
      RuleProfile profile = ProfileFile.named(name);
      assertEquals(name, profile.name());
      assertEquals(profile.comparisonOnly() ? 44 : 95, profile.values().size(), name);
      profile.values().forEach(v -> assertTrue(v.source().length() > 3, v.key()));
    }
  }

  /** what is not read in a source in force is not confirmed. */
  @Test
  void onlyWhatWasReadInAnActInForceIsConfirmed() throws ConfigException {
    for (String name : ProfileFile.BUILT_IN) {
      Set<String> confidence =
          ProfileFile.named(name).values().stream()
              .filter(ProfileValue::confirmed)
              .map(ProfileValue::confidence)
              .collect(Collectors.toSet());
      assertTrue(Set.of("V").containsAll(confidence), name + " " + confidence);
    }
  }

  /** these two are for comparison only. */
  @Test
  void twoProfilesDoseNobody() throws ConfigException {
    assertTrue(ProfileFile.named("AU-2003").comparisonOnly());
    assertTrue(ProfileFile.named("WHO-2009").comparisonOnly());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value: 200 mg | value: 200 | ceiling",
        "value: 200 mg | value: 200 ml | ceiling",
        "value: 16 h | value: sixteen | interval-tell",
        "ceiling: | ceilling: | 'ceiling' is missing",
        "confidence: M-lo | confidence: sure | must be one of",
        "rule: R-17, value | value | 'rule' is missing",
        "from: 4, to: 5 | from: 5, to: 5 | has a gap",
        "{from: 30, action: episode-ends} | {from: 30, to: 40, action: episode-ends} | has a gap",
        "action: reduced, part: 1/2 | action: reduced, part: 3/2 | less than all",
        "action: full} | action: full, part: 1/2} | belongs to action 'reduced' only",
        "value: 30 mg, source | value: 10 mg, source | is less than 'first-dose'",
        "0.1 mL or 2 % | 0.1 mL | must be a band such as '0.1 mL or 2 %'",
        "'value: 2, source' | 'value: 0, source' | must be a number such as '5'",
        "value: 15 min | value: 15 h | must be a time such as '60 s' or '15 min'",
        "value: 0.98 g/mL | value: 980 | must be a density such as '1.05 g/mL'",
        "value: 1.25 g/mL | value: 0.98 g/mL | is not more than 'lightest-liquid'",
        "value: 20 g, | value: 3 g, | is not more than 'lightest-cup'",
        "value: 100 mL | value: 0.1 L | must be a volume such as '0.1 mL'",
        "value: 20 g, | 'value: 20,' | must be a weight such as '3 g'",
        "'\"3 %\"' | 3 | must be a share such as '3 %'",
        "'  top-ups:' | '  top-up-s:' | 'top-ups' is missing",
        "use: dosing | use: comparison | is for dosing only"
      })
  void aMistakeIsNamedByFileAndLine(String from, String to, String expected) throws IOException {
    String bad = text().replaceFirst(java.util.regex.Pattern.quote(from), to);
    ConfigException e =
        assertThrows(ConfigException.class, () -> ProfileFile.parse("site.yaml", bad));
    String told = String.valueOf(e.getMessage());
    assertTrue(told.matches("(?s)site\\.yaml:\\d+: .*"), told);
    if (!expected.equals("ceiling") && !expected.equals("interval-tell")) {
      assertTrue(told.contains(expected), told);
    }
  }

  /** Tests everywhere else work with the draft in the code: it is the same. */
  @Test
  void theCounterValuesOfVietNamAreThoseTheTestsWorkWith() {
    assertEquals(Optional.of(Profile.vietnamDraft()), ProfileFile.builtIn("VN-2024").counter());
    assertEquals(Optional.empty(), ProfileFile.builtIn("WHO-2009").counter());
  }

  /** Run with {@code -Dwrite.docs=true} to write the page anew. */
  @Test
  void thePageHasEveryValueOfEveryProfile() throws IOException, ConfigException {
    StringBuilder tables = new StringBuilder(MARK + "\n");
    for (String name : ProfileFile.BUILT_IN) {
      RuleProfile profile = ProfileFile.named(name);
      tables.append("\n## ").append(name).append("\n\n");
      tables.append(
          profile.comparisonOnly()
              ? "For comparison only."
              : "May be used for dosing, once signed.");
      tables.append(
          "\n\n| value | rule | is | source | confidence | confirmed |\n|---|---|---|---|---|---|\n");
      for (ProfileValue v : profile.values()) {
        tables.append(
            "| `%s` | %s | %s | %s | %s | %s |%n"
                .formatted(
                    v.key(),
                    v.rule(),
                    v.text(),
                    v.source(),
                    v.confidence(),
                    v.confirmed() ? "yes" : "no"));
      }
    }
    String page = Files.readString(PAGE);
    int at = page.indexOf(MARK);
    if (Boolean.getBoolean("write.docs")) {
      Files.writeString(PAGE, page.substring(0, at) + tables);
      return;
    }
    assertEquals(tables.toString(), page.substring(at), "run this test with -Dwrite.docs=true");
  }
}
