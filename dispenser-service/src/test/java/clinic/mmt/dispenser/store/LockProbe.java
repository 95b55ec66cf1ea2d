package clinic.mmt.dispenser.store;

import java.nio.file.Path;

/** Another process that wants the data folder; says what it got on stdout. */
final class LockProbe {

  private LockProbe() {}

  public static void main(String[] arguments) throws Exception {
    try {
      DataFolder.open(Path.of(arguments[0])).close();
      System.out.println("taken");
    } catch (StoreException e) {
      System.out.println(e.reason());
    }
  }
}
