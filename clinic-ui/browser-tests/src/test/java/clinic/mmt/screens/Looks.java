package clinic.mmt.screens;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a state of a page looks: axe, width, and words that are none. */
final class Looks {

  private Looks() {}

  /** What is wrong with what the page shows now, after its name. */
  static List<String> wrong(Page page, String name) {
    List<String> wrong = new ArrayList<>();
    Axe.violations(page).forEach(one -> wrong.add(name + ": " + one));
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
