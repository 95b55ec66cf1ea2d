package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Pages that are to be there when the power is gone. They name patients: folder and files
 * are the owner's alone, and go once they are not needed.
 */
public final class PaperFolder {

  private final Path data;
  private final Path folder;

  /** In the data folder; made when something is saved. */
  public PaperFolder(Path data) {
    this.data = data;
    this.folder = data.resolve("papers");
  }

  /**
   * Writes pages by file name, each whole or not at all, in their order; all are on the disk when
   * this returns. Pages of before that are not among them stay.
   *
   * @return the folder
   */
  public Path save(SequencedMap<String, String> pages) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, DataFolder.ownerOnly("rwx------"));
      DataFolder.force(data);
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      byte[] bytes = page.getValue().getBytes(StandardCharsets.UTF_8);
      DataFolder.writeWhole(folder.resolve(page.getKey()), bytes);
      DataFolder.force(folder);
    }
    return folder.toAbsolutePath().normalize();
  }

  /** Takes all pages away. */
  public void remove() throws IOException {
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder)) {
      for (Path page : pages) {
        Files.delete(page);
      }
    } catch (NoSuchFileException e) {
      return;
    }
    Files.delete(folder);
  }
}
