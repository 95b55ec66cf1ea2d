package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.main.config.ProfileFile;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The profile that every simulated clinic works by: the built-in one with doses to take home. Each
 * text of it is read once for all clinics; what is read of a text is always the same.
 */
final class SimRules implements RuleFile {

  private static final RuleFile FILE = ProfileFile.builtInFile("VN-2024");
  private static final Map<Map<String, String>, Read> READ = new ConcurrentHashMap<>();
  private static final Map<String, String> BEGIN = Map.of("take-home", "on");

  private final Fitting fitting;
  private final Map<Map<String, String>, Read> fitted = new HashMap<>();

  SimRules(Fitting fitting) {
    this.fitting = fitting;
  }

  @Override
  public RuleProfile base() {
    return switch (with(Map.of())) {
      case Read.Good(RuleProfile profile) -> profile;
      case Read.Wrong(String complaint) -> throw new IllegalStateException(complaint);
    };
  }

  @Override
  public Read with(Map<String, String> texts) {
    return fitted.computeIfAbsent(Map.copyOf(texts), this::fitted);
  }

  private Read fitted(Map<String, String> texts) {
    return switch (READ.computeIfAbsent(texts, SimRules::read)) {
      case Read.Good(RuleProfile p) ->
          new Read.Good(
              new RuleProfile(
                  p.name(),
                  p.english(),
                  p.vietnamese(),
                  p.comparisonOnly(),
                  fitting.treatment(p.rules()),
                  p.counter().map(fitting::profile),
                  p.outliers(),
                  p.values()));
      case Read.Wrong wrong -> wrong;
    };
  }

  private static Read read(Map<String, String> texts) {
    Map<String, String> all = new HashMap<>(BEGIN);
    all.putAll(texts);
    return FILE.with(all);
  }
}
