package clinic.mmt.sim.fingerprint.zfm20;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Templates kept in flash, by page. */
final class Library {

  private final int capacity;
  private final NavigableMap<Integer, Template> pages = new TreeMap<>();

  Library(int capacity) {
    this.capacity = capacity;
  }

  int capacity() {
    return capacity;
  }

  boolean covers(int page) {
    return page >= 0 && page < capacity;
  }

  void store(int page, Template template) {
    pages.put(page, template);
  }

  Optional<Template> load(int page) {
    return Optional.ofNullable(pages.get(page));
  }

  void delete(int first, int count) {
    pages.subMap(first, first + count).clear();
  }

  void empty() {
    pages.clear();
  }

  boolean isUsed(int page) {
    return pages.containsKey(page);
  }

  /** The first free page, -1 if there is none. */
  int firstFree() {
    for (int page = 0; page < capacity; page++) {
      if (!pages.containsKey(page)) {
        return page;
      }
    }
    return -1;
  }

  int count() {
    return pages.size();
  }

  /** Used pages of one index page of 256. */
  byte[] index(int indexPage) {
    BitSet used = new BitSet(256);
    pages.subMap(256 * indexPage, 256 * (indexPage + 1)).keySet().forEach(p -> used.set(p % 256));
    byte[] bytes = new byte[32];
    System.arraycopy(used.toByteArray(), 0, bytes, 0, used.toByteArray().length);
    return bytes;
  }

  /** A page and how well it fits. */
  record Hit(int page, int score) {}

  /** The best of {@code count} pages. */
  Optional<Hit> search(Template wanted, int first, int count) {
    return pages.subMap(first, first + Math.max(0, count)).entrySet().stream()
        .map(entry -> new Hit(entry.getKey(), FingerModel.score(wanted, entry.getValue())))
        .max((one, other) -> Integer.compare(one.score(), other.score()));
  }
}
