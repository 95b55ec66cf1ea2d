package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Faults of hand-overs to after-care, as other systems had them. */
final class HandOverFaults {

  private static final int DAYS = 10;

  private HandOverFaults() {}

  private static Fitting afterCare(UnaryOperator<List<AfterCare>> wrong) {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public EpisodeReads episodes() {
                return new WrongEpisodes(real.episodes()) {
                  @Override
                  public List<AfterCare> afterCare() {
                    return wrong.apply(super.afterCare());
                  }
                };
              }
            });
  }

  /** Completed treatment opens nothing. */
  static Fitting nothingOpened() {
    return afterCare(all -> List.of());
  }

  /** What nobody decided about becomes overdue too late. */
  static Fitting overdueTooLate() {
    return afterCare(
        all ->
            all.stream()
                .map(
                    c ->
                        new AfterCare(
                            c.leaving(), c.patient(), c.completed().plusDays(DAYS), c.steps()))
                .toList());
  }

  /** What is decided counts as sent. */
  static Fitting decidedIsSent() {
    return afterCare(all -> all.stream().map(HandOverFaults::sent).toList());
  }

  private static AfterCare sent(AfterCare care) {
    boolean decided = care.last().map(step -> step instanceof AfterCare.Decided).orElse(false);
    if (!decided) {
      return care;
    }
    List<AfterCare.Step> steps = new ArrayList<>(care.steps());
    steps.add(new AfterCare.Sent(care.steps().getLast().day()));
    return new AfterCare(care.leaving(), care.patient(), care.completed(), steps);
  }
}
