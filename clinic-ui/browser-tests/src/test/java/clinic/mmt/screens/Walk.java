package clinic.mmt.screens;

import java.util.List;

/** Looks at every view of a page in both languages: axe, width, and words that are none. */
final class Walk {

  /** At the table, and upright. */
  static final int[][] SIZES = {{1280, 800}, {800, 1280}};

  private Walk() {}

  /** Every view, at the size of the page; what is wrong is added to the list. */
  static void views(Pharmacy p, List<String> views, List<String> wrong) {
    for (String view : views) {
      p.go(view);
      both(p, view, wrong);
    }
  }

  /** The same at both sizes of one page: each view is gone to once. */
  static void everySize(Pharmacy p, List<String> views, List<String> wrong) {
    for (String view : views) {
      p.go(view);
      for (int[] size : SIZES) {
        p.page.setViewportSize(size[0], size[1]);
        both(p, view, wrong);
      }
    }
  }

  /** What is on the page now, in both languages. */
  static void both(Pharmacy p, String name, List<String> wrong) {
    boolean upright = p.page.viewportSize().width < 1000;
    for (String language : List.of("vi", "en")) {
      String shown = name + "-" + language + (upright ? "-upright" : "");
      wrong.addAll(Looks.wrong(p.page, shown));
      p.screen(shown);
      p.page.keyboard().press("F2");
    }
  }
}
