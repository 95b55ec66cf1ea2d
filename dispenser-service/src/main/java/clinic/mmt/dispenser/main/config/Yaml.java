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
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML map that knows its lines; every complaint names file and line. */
public final class Yaml {

  private static final int MAP_CHARACTERS_MOST = 200_000;
  private static final int LIST_CHARACTERS_MOST = 20_000_000;

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
    Optional<Node> root = compose(file, text, MAP_CHARACTERS_MOST);
    if (root.isEmpty() || !(root.get() instanceof MappingNode map)) {
      throw new ConfigException(file + ":1: the file must be a map; see docs/configuration.md");
    }
    return new Yaml(file, map);
  }

  /** A file that is a list of maps. */
  public static List<Yaml> parseList(String file, String text) throws ConfigException {
    Optional<Node> root = compose(file, text, LIST_CHARACTERS_MOST);
    if (root.isEmpty() || !(root.get() instanceof SequenceNode list)) {
      throw new ConfigException(file + ":1: the file must be a list: every case begins with '- '");
    }
    List<Yaml> found = new ArrayList<>();
    for (Node item : list.getValue()) {
      found.add(item(file, item));
    }
    return found;
  }

  private static Yaml item(String file, Node item) throws ConfigException {
    if (item instanceof MappingNode map) {
      return new Yaml(file, map);
    }
    throw complaint(file, item, "must be a map");
  }

  private static Optional<Node> compose(String file, String text, int most) throws ConfigException {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setCodePointLimit(most).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      throw new ConfigException(file + ":" + line + ": not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigException(file + ":1: not YAML: " + e.getMessage());
    }
  }

  /** Refuses keys that nobody knows. */
  public void only(Set<String> known) throws ConfigException {
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

  /** Whether the key is there. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A map inside. */
  public Yaml map(String key) throws ConfigException {
    Node value = values.get(key);
    if (value == null) {
      throw missing(key);
    }
    if (!(value instanceof MappingNode map)) {
      throw at(value, "'" + key + "' must be a map");
    }
    return new Yaml(file, map);
  }

  /** The maps of a list inside; none when it is not there. */
  public List<Yaml> maps(String key) throws ConfigException {
    List<Yaml> found = new ArrayList<>();
    for (Node item : items(key)) {
      found.add(item(file, item));
    }
    return found;
  }

  /** The words of a list inside; none when it is not there. */
  public List<String> texts(String key) throws ConfigException {
    List<String> found = new ArrayList<>();
    for (Node item : items(key)) {
      if (!(item instanceof ScalarNode scalar)) {
        throw at(item, "must be one value");
      }
      found.add(scalar.getValue());
    }
    return found;
  }

  private List<Node> items(String key) throws ConfigException {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw at(value, "'" + key + "' must be a list");
    }
    return list.getValue();
  }

  /** {@code true} or {@code false}, or {@code usual} when it is not there. */
  public boolean flag(String key, boolean usual) throws ConfigException {
    return has(key) ? oneOf(key, List.of("true", "false")).equals("true") : usual;
  }

  /** One of the known words. */
  public String oneOf(String key, List<String> known) throws ConfigException {
    String text = text(key);
    if (!known.contains(text)) {
      throw wrong(key, "must be one of " + known + ", not '" + text + "'");
    }
    return text;
  }

  /** One value as text. */
  public String text(String key) throws ConfigException {
    Node value = values.get(key);
    if (value == null) {
      throw missing(key);
    }
    if (!(value instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw at(value, "'" + key + "' must be one value");
    }
    return scalar.getValue();
  }

  /** One value as text, or {@code usual} when it is not there. */
  public String text(String key, String usual) throws ConfigException {
    return has(key) ? text(key) : usual;
  }

  /** A whole number in a range, or {@code usual} when it is not there. */
  public int number(String key, int usual, int least, int most) throws ConfigException {
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

  /** A complaint about the value of {@code key}. */
  public ConfigException wrong(String key, String what) {
    Node value = values.get(key);
    return value == null ? missing(key) : at(value, "'" + key + "' " + what);
  }

  private ConfigException missing(String key) {
    return at(node, "'" + key + "' is missing here");
  }

  /** A complaint about the whole map. */
  public ConfigException wrong(String what) {
    return at(node, what);
  }

  private ConfigException at(Node where, String what) {
    return complaint(file, where, what);
  }

  private static ConfigException complaint(String file, Node where, String what) {
    int line = where.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    return new ConfigException(file + ":" + line + ": " + what);
  }
}
