package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The last things that happened, for whoever has to understand a violation. */
final class Story {

  private static final int LINES_MOST = 400;

  private final Deque<String> lines = new ArrayDeque<>();
  private boolean told;

  /** From now on it is written down; before, nothing is, for speed. */
  void tell() {
    told = true;
  }

  void entry(Entry e) {
    if (told) {
      line(e.sequence() + " " + e.at() + " " + e.kind() + " " + e.publicBody().toText());
    }
  }

  /** The words are made only when they are wanted: there are several for every dose. */
  void note(Clinic clinic, Supplier<String> what) {
    if (told) {
      line("  " + clinic.clock.real() + " " + what.get());
    }
  }

  private void line(String text) {
    lines.add(text);
    if (lines.size() > LINES_MOST) {
      lines.removeFirst();
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
