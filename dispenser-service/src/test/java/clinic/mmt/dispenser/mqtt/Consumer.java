package clinic.mmt.dispenser.mqtt;

import clinic.mmt.dispenser.app.journal.PublicEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A follower on a thread of its own that remembers what came. */
@SuppressWarnings("try")
final class Consumer implements AutoCloseable, Follower.Sink {

  private final List<PublicEntry> entries = new ArrayList<>();
  private Optional<String> fault = Optional.empty();
  private final Follower follower;
  private final Thread thread;

  Consumer(String url, String clinic, String name, long from) {
    follower = new Follower(BrokerSettings.of(url), new Topics(clinic), name, from, this);
    thread =
        new Thread(
            () -> {
              try {
                follower.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "consumer");
    thread.start();
  }

  @Override
  public synchronized boolean entry(PublicEntry entry) {
    entries.add(entry);
    notifyAll();
    return true;
  }

  @Override
  public synchronized void fault(long sequence, String why) {
    fault = Optional.of("entry " + sequence + ": " + why);
    notifyAll();
  }

  /** Waits until so many came, or something is wrong, or the time is over. */
  synchronized List<PublicEntry> await(int count, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (entries.size() < count && fault.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return List.copyOf(entries);
  }

  synchronized Optional<String> fault() {
    return fault;
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
    thread.join();
  }
}
