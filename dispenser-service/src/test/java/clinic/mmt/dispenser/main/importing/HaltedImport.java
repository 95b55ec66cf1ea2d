package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.importing.Importing;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.main.config.ConfigFile;
import clinic.mmt.dispenser.main.config.ServiceConfig;
import clinic.mmt.dispenser.store.SecureSalts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** An import that ends as by kill -9 at a given place: after so many persons or entries. */
final class HaltedImport {

  private static final int KILLED = 137;

  private HaltedImport() {}

  /** Arguments: configuration, file, {@code person}, {@code entry} or {@code durable}, number. */
  public static void main(String[] arguments) throws Exception {
    ServiceConfig config = ConfigFile.read(Path.of(arguments[0]));
    String where = arguments[2];
    int at = Integer.parseInt(arguments[3]);
    AtomicInteger entries = new AtomicInteger();
    SaltSource real = new SecureSalts();
    SaltSource salts =
        () -> {
          if (where.equals("entry") && entries.incrementAndGet() == at) {
            Runtime.getRuntime().halt(KILLED);
          }
          return real.next();
        };
    try (Books books = Books.open(config, salts)) {
      books.enter(config);
      Looked looked =
          Looked.at(
              Files.readAllBytes(Path.of(arguments[1])),
              config,
              Optional.of(books.house()),
              books.house().calendar().today());
      if (where.equals("durable")) {
        books.house().journal().onAppended(head -> Runtime.getRuntime().halt(KILLED));
      }
      Importing.File all =
          new Importing.File(looked.sha256(), looked.file().rows(), looked.oddities());
      Books.<Object>ask(
          reply ->
              new Importing(books.house())
                  .apply(
                      all,
                      written -> {
                        if (where.equals("person") && written >= at) {
                          Runtime.getRuntime().halt(KILLED);
                        }
                      },
                      reply::accept));
    }
  }
}
