package clinic.mmt.dispenser.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rule values are called by people; the file has one line a key. */
final class ValueNames {

  private static final String FILE = "value-names.txt";
  private static final Map<String, Name> NAMES = read();

  private ValueNames() {}

  /** In both languages. */
  record Name(String english, String vietnamese) {}

  /** The name of a value; its key where nobody has written one, as in a site's own profile. */
  static Name of(String key) {
    return NAMES.getOrDefault(key, new Name(key, key));
  }

  private static Map<String, Name> read() {
    try (InputStream in = ValueNames.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      Map<String, Name> names = new HashMap<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        List<String> parts = List.of(line.split(" \\| ", -1));
        names.put(parts.getFirst(), new Name(parts.get(1), parts.get(2)));
      }
      return Map.copyOf(names);
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read its file " + FILE, e);
    }
  }
}
