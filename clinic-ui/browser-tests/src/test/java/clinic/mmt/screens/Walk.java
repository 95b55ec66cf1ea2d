package clinic.mmt.screens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks at every view of a page in both languages: axe, width, and words that are none. */
final class Walk {

  /** At the table, and upright. */
  static final int[][] SIZES = {{1280, 800}, {800, 1280}};

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

  private Walk() {}

  /** Every view, at the size of the page; what is wrong is added to the list. */
  static void views(Pharmacy p, List<String> views, List<String> wrong) {
    p.page.evaluate(axe());
    for (String view : views) {
      p.go(view);
      both(p, view, wrong);
    }
  }

  /** The same at both sizes of one page: each view is gone to once. */
  static void everySize(Pharmacy p, List<String> views, List<String> wrong) {
    p.page.evaluate(axe());
    for (String view : views) {
      p.go(view);
      for (int[] size : SIZES) {
        p.page.setViewportSize(size[0], size[1]);
        both(p, view, wrong);
      }
    }
  }

  /** What is on the page now, in both languages; the script of axe has to be there. */
  static void both(Pharmacy p, String name, List<String> wrong) {
    boolean upright = p.page.viewportSize().width < 1000;
    for (String language : List.of("vi", "en")) {
      looked(p, name + "-" + language + (upright ? "-upright" : ""), wrong);
      p.page.keyboard().press("F2");
    }
  }

  /** The script itself, once a page: its builder for Playwright opens a page for each look. */
  static String axe() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void looked(Pharmacy p, String name, List<String> wrong) {
    List<?> said = (List<?>) p.page.evaluate(AXE_RUN, RULES);
    assertTrue(((Number) said.getFirst()).intValue() > 10, "the control: axe looked");
    said.stream().skip(1).forEach(one -> wrong.add(name + ": " + one));
    Object wide = p.page.evaluate("document.documentElement.scrollWidth > innerWidth");
    if (Boolean.TRUE.equals(wide)) {
      wrong.add(name + ": wider than the page");
    }
    Object none =
        p.page.evaluate(
            "/undefined|NaN|\\[object|null/.exec(document.body.innerText)?.[0] ?? 'nothing'");
    if (!"nothing".equals(none)) {
      wrong.add(name + ": " + none);
    }
    p.screen(name);
  }
}
