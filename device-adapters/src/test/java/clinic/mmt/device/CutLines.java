package clinic.mmt.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Cuts the line after each byte of a conversation, in both directions (H41): the request ends with
 * {@link Fault.PortLost}, nothing hangs, and the same request works when the line is back. Each cut
 * has a device of its own, many at a time, since a lost port is only opened again after 200 ms.
 *
 * @param open opens a driver on a link
 * @param ask asks it the question
 * @param talk what is then said on the wire
 */
public record CutLines<D extends Device, T>(
    Function<MemoryLink, D> open, BiConsumer<D, Reply<Answer<T>>> ask, Talk talk) {

  private static final int AT_A_TIME = 48;
  private static final long HEARD_WITHIN_MILLIS = 5_000;

  /** Tries every cut; how many there were. */
  public int everyByte() throws InterruptedException {
    List<Future<Void>> cuts = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      for (boolean toDevice : List.of(true, false)) {
        for (int at = 0; at < talk.bytes(toDevice); at++) {
          int cut = at;
          cuts.add(threads.submit(() -> cut(toDevice, cut)));
        }
      }
      for (Future<Void> cut : cuts) {
        cut.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
      assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "nothing hangs");
    }
    return cuts.size();
  }

  private Void cut(boolean toDevice, int at) throws InterruptedException {
    String where = (toDevice ? "host byte " : "device byte ") + at;
    MemoryLink link = new MemoryLink();
    try (D device = open.apply(link)) {
      Reply<LinkState> states = new Reply<>();
      device.onLink(states);
      states.await(LinkState.UP);
      Reply<Answer<T>> reply = new Reply<>();
      if (toDevice) {
        link.dropAfterWriting(at);
      }
      ask.accept(device, reply);
      play(link, toDevice ? Integer.MAX_VALUE : at, toDevice ? at : Integer.MAX_VALUE);
      assertInstanceOf(Fault.PortLost.class, Reply.fault(reply), where);
      states.await(LinkState.DOWN);
      states.await(LinkState.UP);
      link.written(1 << 16, 0);
      ask.accept(device, reply);
      play(link, Integer.MAX_VALUE, Integer.MAX_VALUE);
      assertInstanceOf(Answer.Ok.class, reply.get(), "once more after " + where);
    }
    return null;
  }

  /** Holds the far end, until {@code said} bytes were said or {@code heard} bytes heard. */
  private void play(MemoryLink link, int said, int heard) throws InterruptedException {
    int mayHear = heard;
    int maySay = said;
    for (Talk.Step step : talk.steps()) {
      Octets bytes = step.bytes();
      if (step.toDevice()) {
        int count = Math.min(bytes.length(), mayHear);
        byte[] got = link.written(count, HEARD_WITHIN_MILLIS);
        assertEquals(bytes.slice(0, count).hex(), Octets.of(got).hex());
        mayHear -= count;
        if (count < bytes.length()) {
          return;
        }
      } else if (bytes.length() > maySay) {
        link.say(bytes.slice(0, maySay).toArray());
        link.drop();
        return;
      } else {
        link.say(bytes.toArray());
        maySay -= bytes.length();
      }
    }
  }
}
