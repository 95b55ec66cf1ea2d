package clinic.mmt.screens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * axe-core over a page as it stands. Its script goes into a page once: its builder for Playwright
 * opens another page for each look, which takes longer than the look.
 */
final class Axe {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String SCRIPT = script();

  /** How many rules passed, then what is violated. */
  private static final String LOOK =
      """
      async tags => {
        const r = await axe.run(document, {runOnly: {type: 'tag', values: tags}, iframes: false,
          resultTypes: ['violations']});
        return [r.passes.length,
          ...r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html))];
      }
      """;

  private Axe() {}

  /** What is violated: the rule and the element. */
  static List<String> violations(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(SCRIPT);
    }
    List<?> said = (List<?>) page.evaluate(LOOK, RULES);
    assertTrue(((Number) said.getFirst()).intValue() > 10, "the control: axe looked");
    Stream<?> found = said.stream().skip(1);
    return found.map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
