package clinic.mmt.dispenser.main.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A YAML map that knows its lines; every complaint names file and line. */
final class Yaml {

  private final String file;
  private final MappingNode node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Yaml(String file, MappingNode node) throws ConfigException {
    this.file = file;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at(tuple.getKeyNode(), "a key must be a word");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw at(key, "'" + key.getValue() + "' is there twice; keep one");
      }
    }
  }

  static Yaml parse(String file, String text) throws ConfigException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(200_000).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty() || !(root.get() instanceof MappingNode map)) {
        throw new ConfigException(file + ":1: the file must be a map; see docs/configuration.md");
      }
      return new Yaml(file, map);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      throw new ConfigException(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(file + ":1: not YAML: " + e.getMessage());
    }
  }

  /** Refuses keys that nobody knows. */
  void only(Set<String> known) throws ConfigException {
    for (NodeTuple tuple : node.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!known.contains(key)) {
        throw at(
            tuple.getKeyNode(),
            "unknown key '" + key + "'; known here: " + known.stream().sorted().toList());
      }
    }
  }

  List<String> keys() {
    return new ArrayList<>(values.keySet());
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Yaml map(String key) throws ConfigException {
    Node value = values.get(key);
    if (value == null) {
      throw missing(key);
    }
    if (!(value instanceof MappingNode map)) {
      throw at(value, "'" + key + "' must be a map");
    }
    return new Yaml(file, map);
  }

  String text(String key) throws ConfigException {
    Node value = values.get(key);
    if (value == null) {
      throw missing(key);
    }
    if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw at(value, "'" + key + "' must be one value");
    }
    return scalar.getValue();
  }

  String text(String key, String usual) throws ConfigException {
    return has(key) ? text(key) : usual;
  }

  int number(String key, int usual, int least, int most) throws ConfigException {
    if (!has(key)) {
      return usual;
    }
    String text = text(key);
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw wrong(key, "must be a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  ConfigException wrong(String key, String what) {
    Node value = values.get(key);
    return value == null ? missing(key) : at(value, "'" + key + "' " + what);
  }

  private ConfigException missing(String key) {
    return at(node, "'" + key + "' is missing here");
  }

  private ConfigException at(Node where, String what) {
    int line = where.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    return new ConfigException(file + ":" + line + ": " + what);
  }
}
