package clinic.mmt.sim.fingerprint.zfm20;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** R503: six buffers of features, and one for a model, whatever number a command names. */
final class FeatureBuffers implements CharBuffers {

  private static final int FEATURES = 6;

  private final NavigableMap<Integer, Template> features = new TreeMap<>();
  private @Nullable Template last;
  private @Nullable Template model;

  @Override
  public void extracted(int buffer, Template found) {
    features.put(Math.clamp(buffer, 1, FEATURES), found);
    last = found;
  }

  @Override
  public List<Template> captures() {
    return features.size() < 2 ? List.of() : new ArrayList<>(features.values());
  }

  @Override
  public void merged(Template merged) {
    model = merged;
    features.clear();
  }

  /** The last features and the model; without a model the first two features. */
  @Override
  public Optional<Pair> pair() {
    Template wanted = last;
    Template kept = model;
    if (kept == null) {
      List<Template> two = captures();
      return two.isEmpty()
          ? Optional.empty()
          : Optional.of(new Pair(two.getFirst(), two.get(1), true));
    }
    return wanted == null ? Optional.empty() : Optional.of(new Pair(wanted, kept, false));
  }

  @Override
  public Optional<Template> wanted(int buffer) {
    return Optional.ofNullable(last);
  }

  @Override
  public Optional<Template> out(int buffer) {
    return Optional.ofNullable(model);
  }

  @Override
  public void in(int buffer, Template template) {
    model = template;
  }

  @Override
  public void clear(int buffer) {
    model = null;
  }

  @Override
  public void clearAll() {
    features.clear();
    last = null;
    model = null;
  }
}
