package clinic.mmt.judge;

import java.util.HashMap;
import java.util.Map;

/** Holds the books against the liquid, cup by cup. */
final class CupsJudged {

  /** What pump and scale may be wrong by for one cup: steps of the scale twice, counts, a film. */
  private static final long MICROLITRES = 60;

  private static final long PERMILLE = 10;

  /** Without a measured density only the pump measures, and it may be wrong by so much here. */
  private static final long UNCONFIRMED_PERMILLE = 90;

  /** By so much more may a scale be off unseen that lied: the band of the rules. */
  private static final long MISLED_MICROLITRES = 100;

  private static final long MISLED_PERMILLE = 20;

  /** A scale that lied may have driven a second shot: nothing but the cap bounds that (H89). */
  private static final long DRIVEN_MICROLITRES = 300;

  private static final long DRIVEN_PERMILLE = 50;

  /** Says what must never be. */
  @FunctionalInterface
  interface Says {
    void violation(String rule, String dose, String text);
  }

  private final Says says;
  private final Map<String, Long> drunk = new HashMap<>();

  CupsJudged(Says says) {
    this.says = says;
  }

  void drank(String dose, long nanolitres) {
    drunk.merge(dose, nanolitres, Long::sum);
  }

  /** An entry of this dose was written and is in {@code books} already. */
  void written(String event, Case c, Books books) {
    if (c.phase.equals("MEASURED") && event.equals("weighed")) {
      agree(c, books.of("CUP", c.id), c.cupNanolitres / 1000, "in the cup");
    }
    if (c.phase.equals("CONSUMED") && event.equals("swallowed")) {
      agree(c, swallowed(c), drunk.getOrDefault(c.id, 0L) / 1000, "swallowed");
    }
  }

  private static long swallowed(Case c) {
    return c.body().postings().stream()
        .flatMap(p -> p.stream())
        .filter(leg -> leg.account().equals("PATIENT"))
        .mapToLong(Body.Leg::microlitres)
        .sum();
  }

  private void agree(Case c, long booked, long real, String where) {
    boolean confirmed = c.body().text("weighing.confirmed").equals("true");
    long most = MICROLITRES + real * (confirmed ? PERMILLE : UNCONFIRMED_PERMILLE) / 1000;
    most += c.misled ? misled(c, real) : 0;
    if (Math.abs(booked - real) > most && !c.exceptional) {
      says.violation("liquid", c.id, booked + " µL booked, " + real + " µL " + where);
    }
  }

  /** A pump that miscounts at the same time, and by as much, agrees with the scale that lies. */
  private static long misled(Case c, long real) {
    long band =
        c.body().intents().size() > 1
            ? Math.max(DRIVEN_MICROLITRES, real * DRIVEN_PERMILLE / 1000)
            : Math.max(MISLED_MICROLITRES, real * MISLED_PERMILLE / 1000);
    return band + Math.abs(c.countedNanolitres - c.flowedNanolitres) / 1000;
  }

  void dayEnds() {
    drunk.clear();
  }
}
