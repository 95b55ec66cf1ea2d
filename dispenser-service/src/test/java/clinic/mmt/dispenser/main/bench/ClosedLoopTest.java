package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that wait for their answers. */
class ClosedLoopTest {

  /** Answers a batch at a time, as the ledger does; notes how many were under way. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 64})
  void soManyAreUnderWayAndAllComeInTheirOrder(int clients) {
    List<Integer> order = new ArrayList<>();
    int[] most = {0};
    try (ExecutorService one = Executors.newSingleThreadExecutor()) {
      Queue<Runnable> waiting = new ArrayDeque<>();
      ClosedLoop.Result result =
          ClosedLoop.run(
              clients,
              1000,
              (event, done) ->
                  one.execute(
                      () -> {
                        order.add(event);
                        waiting.add(done);
                        most[0] = Math.max(most[0], waiting.size());
                        one.execute(
                            () -> {
                              while (!waiting.isEmpty()) {
                                waiting.remove().run();
                              }
                            });
                      }));
      assertTrue(result.perSecond() > 0);
      assertTrue(result.p99Micros() >= 0);
    }
    assertEquals(1000, order.size());
    assertEquals(order.stream().sorted().toList(), order);
    assertTrue(most[0] <= clients, most[0] + " under way");
  }

  @Test
  void itEndsWithFewerEventsThanClients() {
    assertTrue(ClosedLoop.run(64, 3, (event, done) -> done.run()).perSecond() > 0);
  }
}
