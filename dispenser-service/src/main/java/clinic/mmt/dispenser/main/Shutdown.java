package clinic.mmt.dispenser.main;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orderly end: the first SIGTERM or Ctrl-C lets a running pour come to its end, a second one means
 * STOP. The pour's own deadline bounds the wait.
 */
final class Shutdown {

  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
  private static final int POUR_SECONDS_MOST = 120;

  private final Service service;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);

  Shutdown(Service service) {
    this.service = service;
  }

  /** Blocks until the service has been asked to end and nothing flows any more. */
  void await() throws InterruptedException {
    handle("TERM");
    handle("INT");
    first.await();
    LOG.info("ending: no new visits");
    service.closeForNew();
    for (int i = 0; i < POUR_SECONDS_MOST * 10 && service.inMotion(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    if (!service.inMotion()) {
      service.endedInOrder();
    }
  }

  private void signalled() {
    if (asked.incrementAndGet() > 1) {
      service.stopAllPumps("second signal to end");
    }
    first.countDown();
  }

  /** {@code sun.misc.Signal} by reflection: the JDK has no other way to hear a second SIGTERM. */
  private void handle(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              Shutdown.class.getClassLoader(),
              new Class<?>[] {handler},
              (self, method, args) -> {
                if (method.getName().equals("handle")) {
                  signalled();
                }
                return method.getName().equals("hashCode") ? Integer.valueOf(1) : null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException e) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "mmt-end"));
    }
  }
}
