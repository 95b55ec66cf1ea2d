package clinic.mmt.sim.control;

import clinic.mmt.sim.session.Session;
import clinic.mmt.sim.session.SessionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one folder in which the control port writes and reads sessions, by names without a path. */
final class SessionFolder {

  private static final String ENDING = ".session";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int SESSIONS_MAX = 200;

  private final Path folder;

  SessionFolder(Path folder) {
    this.folder = folder;
  }

  private Path path(String name) {
    if (!name.matches(NAME)) {
      throw ControlException.badRequest("name wants 1 to 64 letters, digits, dots, dashes");
    }
    return folder.resolve(name + ENDING);
  }

  /** Where a new session of this name goes. */
  Path toWrite(String name) {
    Path file = path(name);
    if (names().size() >= SESSIONS_MAX) {
      throw ControlException.conflict(
          "there are " + SESSIONS_MAX + " sessions; remove some of " + folder);
    }
    return file;
  }

  /** Reads a session. */
  Session read(String name) {
    try {
      return Session.read(known(name));
    } catch (SessionException e) {
      throw ControlException.conflict(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw ControlException.conflict("cannot read " + folder + ": " + e.getMessage());
    }
  }

  /** The text of a session. */
  String text(String name) {
    try {
      return Files.readString(known(name));
    } catch (IOException e) {
      throw ControlException.conflict("cannot read " + folder + ": " + e.getMessage());
    }
  }

  private Path known(String name) {
    Path file = path(name);
    if (!Files.isRegularFile(file)) {
      throw ControlException.notFound("there is no session " + name + "; see GET /sessions");
    }
    return file;
  }

  private List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(name -> name.matches(NAME))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw ControlException.conflict("cannot read " + folder + ": " + e.getMessage());
    }
  }

  /** All of them, by name, with their lengths. */
  List<Map<String, Object>> list() {
    return names().stream().map(this::describe).toList();
  }

  private Map<String, Object> describe(String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("bytes", path(name).toFile().length());
    return fields;
  }
}
