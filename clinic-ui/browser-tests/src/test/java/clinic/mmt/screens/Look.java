package clinic.mmt.screens;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at a state of the counter in both languages, at the table and upright: no violation by axe,
 * amounts written by the display rules, no word missing, nothing outside the page, also with words
 * that are 40 % longer; and pictures are kept.
 */
final class Look {

  /** R2 to R5 and R10 over all that is shown, and words that are none. */
  private static final String WORDS =
      """
      () => {
        const bad = [/\\d[.,]\\d*0[\\s\\u00a0]?(mg|mL)/, /\\d(mg|mL)/, /\\d[\\s\\u00a0]ml\\b/,
          /[.,]\\d{3,}[\\s\\u00a0](mg|mL)/, /(^|[^\\d])[.,]\\d+[\\s\\u00a0](mg|mL)/,
          /undefined|NaN|\\[object|null/];
        const found = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let seen = 0;
        for (let n = walk.nextNode(); n !== null; n = walk.nextNode()) {
          const text = n.data.trim();
          if (text === '' || n.parentElement.closest('script,style') !== null) continue;
          seen++;
          for (const rule of bad) if (rule.test(text)) found.push(rule + ': ' + text);
        }
        for (const b of document.querySelectorAll('button')) {
          if (b.scrollWidth > b.clientWidth + 1) found.push('overflow: ' + b.textContent);
          if (b.closest('.more-queue')) continue; // a list that scrolls
          const around = b.closest('.middle, .left')?.getBoundingClientRect();
          if (innerWidth > 1000 && around && b.getBoundingClientRect().bottom > around.bottom) {
            found.push('cut off: ' + b.textContent);
          }
        }
        const room = document.querySelector('.middle .subject')?.getBoundingClientRect();
        for (const part of document.querySelectorAll('.subject .portrait, .badge, .mg, .words, .ml')) {
          const box = part.getBoundingClientRect();
          if (part.closest('.subject') === null) continue;
          if (box.bottom > room.bottom + 1 || part.scrollWidth > part.clientWidth + 1) {
            found.push('cut off: ' + part.getAttribute('class') + ' ' + part.textContent.trim());
          }
        }
        if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the page');
        if (seen < 3) found.push('nothing is shown');
        return found;
      }
      """;

  /** Every word of a button or line 40 % longer, for a moment: it still fits where it stands. */
  private static final String LONGER =
      """
      () => {
        const found = [];
        const kept = [];
        const places = 'button, summary, .advice, .line, .notice, .badge, .phase, .hint, .help li';
        for (const place of document.querySelectorAll(places)) {
          const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
          for (let n = walk.nextNode(); n !== null; n = walk.nextNode()) {
            if (kept.some(([k]) => k === n) || !/\\p{L}{3}/u.test(n.data)) continue;
            kept.push([n, n.data]);
            n.data = n.data.replace(/\\p{L}{3,}/gu,
              (w) => w + 'mnopmnop'.slice(0, Math.round(w.length * 0.4)));
          }
        }
        for (const b of document.querySelectorAll('button, .line, .notice, .badge')) {
          if (!b.checkVisibility()) continue;
          const said = b.textContent.trim();
          if (b.scrollWidth > b.clientWidth + 1) found.push('40 % longer, too wide: ' + said);
          if (b.scrollHeight > b.clientHeight + 1) found.push('40 % longer, too high: ' + said);
        }
        if (document.documentElement.scrollWidth > innerWidth) found.push('40 % longer: page');
        kept.forEach(([n, data]) => { n.data = data; });
        return kept.length < 5 ? [...found, 'nothing was made longer'] : found;
      }
      """;

  /** A key was pressed: until it is drawn. */
  private static final String DRAWN =
      "() => document.querySelector('mmt-counter').updateComplete.then(() => {})";

  private final List<String> wrong = new ArrayList<>();
  private int states;

  /** Checks a state and keeps pictures of it; the page is left as it was found. */
  void at(Counter c, String name) {
    states++;
    words(c, name + "-vi");
    axe(c, name);
    c.page.keyboard().press("F2");
    words(c, name + "-en");
    c.page.setViewportSize(800, 1280);
    words(c, name + "-en-upright");
    axe(c, name + " upright");
    c.page.setViewportSize(1280, 800);
    c.page.keyboard().press("F2");
  }

  /** Amounts, words and room as they are now, and a picture. */
  void words(Counter c, String name) {
    c.page.evaluate(DRAWN);
    for (String look : List.of(WORDS, LONGER)) {
      for (Object one : (List<?>) c.page.evaluate(look)) {
        wrong.add(name + ": " + one);
      }
    }
    c.screen(name);
  }

  void axe(Counter c, String name) {
    Page page = c.page;
    Axe.violations(page).forEach(one -> wrong.add(name + ": " + one));
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  int states() {
    return states;
  }
}
