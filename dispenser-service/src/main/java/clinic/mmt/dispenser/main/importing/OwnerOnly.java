package clinic.mmt.dispenser.main.importing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Pages with names: readable by whoever wrote them alone. */
final class OwnerOnly {

  private OwnerOnly() {}

  /** Writes a page anew. */
  static void write(Path to, String html) throws IOException {
    Files.deleteIfExists(to);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] rights =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.writeString(Files.createFile(to, rights), html);
  }
}
