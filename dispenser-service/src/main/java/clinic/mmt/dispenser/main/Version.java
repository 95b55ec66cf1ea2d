package clinic.mmt.dispenser.main;

import java.util.Optional;

/** The program's version. */
final class Version {

  private Version() {}

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
