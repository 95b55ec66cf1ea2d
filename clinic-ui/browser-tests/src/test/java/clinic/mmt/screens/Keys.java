package clinic.mmt.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Somebody who works by keys alone: each key, and that the focus is on something after it. */
final class Keys {

  /** A person's fingers are slower than a scanner. */
  private static final int PERSON_MILLIS = 160;

  /** The element with the focus, if it is one that is seen; else what is wrong. */
  private static final String FOCUSED =
      """
      () => {
        const on = document.activeElement;
        if (on === null || on === document.body) return 'LOST: nothing';
        if (!on.isConnected || !on.checkVisibility()) return 'LOST: not seen';
        return on.tagName.toLowerCase() + (on.id ? '#' + on.id : on.name ? '=' + on.name : '');
      }
      """;

  private static final String NUMBER_OF =
      """
      (words) => [...document.querySelectorAll('.middle .acts .act, .beside .acts .act')]
        .filter((a) => a.checkVisibility()).findIndex((a) => a.textContent.includes(words)) + 1
      """;

  private final Counter counter;
  private final List<String> told = new ArrayList<>();

  Keys(Counter counter) {
    this.counter = counter;
  }

  /** Presses a key, at the pace of a person, and looks where the focus is. */
  void press(String key) {
    counter.page.waitForTimeout(PERSON_MILLIS);
    counter.page.keyboard().press(key);
    focused(key);
  }

  /** Types into the field that has the focus. */
  void type(String text) {
    counter.page.keyboard().type(text);
    focused("typing");
  }

  /** The main button, by the numeric pad's Enter. */
  void primary() {
    counter.deaf();
    press("NumpadEnter");
  }

  /** One of the acts, by the number that it then has: the numeric pad alone. */
  void choose(String words) {
    assertThat(counter.act(words).first()).isAttached();
    press("NumpadMultiply");
    int number = (int) counter.page.evaluate(NUMBER_OF, words);
    assertTrue(number >= 1 && number <= 9, words + " has number " + number);
    press("Numpad" + number);
    assertThat(counter.page.locator("mmt-counter.numbered")).hasCount(0);
    focused(words);
  }

  /** What has the focus now, after whatever a redraw took away. */
  String focused(String after) {
    counter.page.evaluate("() => document.querySelector('mmt-counter').updateComplete");
    String on = String.valueOf(counter.page.evaluate(FOCUSED));
    told.add(after + " → " + on);
    assertTrue(!on.startsWith("LOST"), () -> "the focus is lost: " + told);
    return on;
  }

  /** How often the focus was looked at. */
  int looked() {
    return told.size();
  }
}
