package clinic.mmt.sim.fingerprint.zfm20;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ZFM-20: two buffers that hold anything; numbers other than 1 mean 2, as the manual says. */
final class TwoBuffers implements CharBuffers {

  private final @Nullable Template[] buffers = new @Nullable Template[2];
  private final boolean[] captured = new boolean[2];

  private static int index(int buffer) {
    return buffer == 1 ? 0 : 1;
  }

  private void put(int buffer, @Nullable Template template, boolean raw) {
    buffers[index(buffer)] = template;
    captured[index(buffer)] = raw;
  }

  private Optional<Template> get(int buffer) {
    return Optional.ofNullable(buffers[index(buffer)]);
  }

  @Override
  public void extracted(int buffer, Template features) {
    put(buffer, features, true);
  }

  @Override
  public List<Template> captures() {
    return pair().map(pair -> List.of(pair.one(), pair.other())).orElse(List.of());
  }

  @Override
  public void merged(Template model) {
    put(1, model, false);
    put(2, model, false);
  }

  @Override
  public Optional<Pair> pair() {
    boolean raw = captured[0] && captured[1];
    return get(1).flatMap(one -> get(2).map(other -> new Pair(one, other, raw)));
  }

  @Override
  public Optional<Template> wanted(int buffer) {
    return get(buffer);
  }

  @Override
  public Optional<Template> out(int buffer) {
    return get(buffer);
  }

  @Override
  public void in(int buffer, Template template) {
    put(buffer, template, false);
  }

  @Override
  public void clear(int buffer) {
    put(buffer, null, false);
  }

  @Override
  public void clearAll() {
    Arrays.fill(buffers, null);
    Arrays.fill(captured, false);
  }
}
