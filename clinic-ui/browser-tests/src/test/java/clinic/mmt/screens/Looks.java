package clinic.mmt.screens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a state of a page looks: axe, width, and words that are none. */
final class Looks {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** How many rules passed, then what is violated. */
  private static final String AXE_RUN =
      """
      async tags => {
        const r = await axe.run(document, {runOnly: {type: 'tag', values: tags}, iframes: false});
        return [r.passes.length,
          ...r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html))];
      }
      """;

  private Looks() {}

  /** Puts axe into the page, once a page: its builder for Playwright opens a page for each look. */
  static void ready(Page page) {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(
          new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with what the page shows now, after its name. */
  static List<String> wrong(Page page, String name) {
    List<String> wrong = new ArrayList<>();
    List<?> said = (List<?>) page.evaluate(AXE_RUN, RULES);
    assertTrue(((Number) said.getFirst()).intValue() > 10, "the control: axe looked");
    said.stream().skip(1).forEach(one -> wrong.add(name + ": " + one));
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add(name + ": wider than the page");
    }
    Object none =
        page.evaluate(
            "/undefined|NaN|\\[object|null/.exec(document.body.innerText)?.[0] ?? 'nothing'");
    if (!"nothing".equals(none)) {
      wrong.add(name + ": " + none);
    }
    return wrong;
  }
}
