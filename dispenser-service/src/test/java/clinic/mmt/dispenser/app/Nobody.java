package clinic.mmt.dispenser.app;

import clinic.mmt.dispenser.app.people.People;
import java.lang.reflect.Proxy;

/** For use cases that need nobody's name. */
public final class Nobody {

  private Nobody() {}

  /** Persons of whom a test must not ask. */
  public static People people() {
    return (People)
        Proxy.newProxyInstance(
            People.class.getClassLoader(),
            new Class<?>[] {People.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for a person: " + method.getName());
            });
  }
}
