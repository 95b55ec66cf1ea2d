package clinic.mmt.sim.bench;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of the bench file; every complaint names the line. */
final class YamlMap {

  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private YamlMap(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  static YamlMap of(String file, Node node) throws BenchFileException {
    YamlMap map = new YamlMap(file, node);
    if (!(node instanceof MappingNode mapping)) {
      throw map.problem("a mapping of key: value is wanted here");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw problem(file, tuple.getKeyNode(), "a key must be a plain word");
      }
      if (map.values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw problem(file, key, "the key " + key.getValue() + " is given twice; keep one");
      }
      map.keys.put(key.getValue(), key);
    }
    return map;
  }

  void allowOnly(Set<String> allowed) throws BenchFileException {
    for (Map.Entry<String, Node> key : keys.entrySet()) {
      if (!allowed.contains(key.getKey())) {
        String known = String.join(", ", allowed.stream().sorted().toList());
        throw problem(
            file, key.getValue(), "unknown key " + key.getKey() + "; known here: " + known);
      }
    }
  }

  BenchFileException problem(String what) {
    return problem(file, node, what);
  }

  BenchFileException problemAt(String key, String what) {
    return problem(file, values.getOrDefault(key, node), what);
  }

  private static BenchFileException problem(String file, Node at, String what) {
    int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return new BenchFileException(file + ":" + line + ": " + what);
  }

  Set<String> keySet() {
    return keys.keySet();
  }

  YamlMap map(String key) throws BenchFileException {
    return of(file, values.getOrDefault(key, node));
  }

  List<Node> list(String key) throws BenchFileException {
    if (values.get(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw problemAt(key, "a list is wanted: " + key + ": [ ... ]");
  }

  Optional<String> text(String key) throws BenchFileException {
    Node value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    throw problemAt(key, key + " wants one value");
  }

  String required(String key) throws BenchFileException {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      throw problem(key + " is missing; add " + key + ": ...");
    }
    return text.get();
  }

  int whole(String key, int usual, int least, int most) throws BenchFileException {
    String text = text(key).orElse(Integer.toString(usual));
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw problemAt(key, key + " wants a whole number from " + least + " to " + most);
  }

  boolean flag(String key, boolean usual) throws BenchFileException {
    return switch (text(key).orElse(Boolean.toString(usual))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problemAt(key, key + " wants true or false");
    };
  }

  BigDecimal decimal(String key, String usual) throws BenchFileException {
    String text = text(key).orElse(usual);
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw problemAt(key, key + " wants a number such as " + usual);
    }
    return new BigDecimal(text);
  }
}
