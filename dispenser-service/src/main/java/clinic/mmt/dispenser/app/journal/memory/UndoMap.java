package clinic.mmt.dispenser.app.journal.memory;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table whose changes can be taken back, latest first. */
final class UndoMap<K, V> {

  private final Map<K, V> rows = new LinkedHashMap<>();
  private final Undo undo;

  UndoMap(Undo undo) {
    this.undo = undo;
  }

  Optional<V> get(K key) {
    return Optional.ofNullable(rows.get(key));
  }

  boolean has(K key) {
    return rows.containsKey(key);
  }

  Set<Map.Entry<K, V>> entries() {
    return rows.entrySet();
  }

  Collection<V> values() {
    return rows.values();
  }

  Collection<K> keys() {
    return rows.keySet();
  }

  void put(K key, V value) {
    restoreLater(key, rows.put(key, value));
  }

  void remove(K key) {
    restoreLater(key, rows.remove(key));
  }

  /** Takes all rows away; not to be taken back, so never inside a transaction. */
  void clear() {
    rows.clear();
  }

  private void restoreLater(K key, @Nullable V before) {
    undo.push(() -> restore(key, before));
  }

  private void restore(K key, @Nullable V before) {
    if (before == null) {
      rows.remove(key);
    } else {
      rows.put(key, before);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UndoMap<?, ?> map && rows.equals(map.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  /** The steps back of all tables of one journal. */
  static final class Undo {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    void push(Runnable step) {
      steps.push(step);
    }

    /** A point to come back to. */
    int savepoint() {
      return steps.size();
    }

    void rollbackTo(int savepoint) {
      while (steps.size() > savepoint) {
        steps.pop().run();
      }
    }

    /** Forgets the steps: what was done stays done. */
    void release() {
      steps.clear();
    }
  }
}
