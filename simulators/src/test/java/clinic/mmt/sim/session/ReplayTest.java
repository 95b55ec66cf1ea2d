package clinic.mmt.sim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Hex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The device's side of a line, played byte by byte on a clock that the test holds. */
class ReplayTest {

  private static final long MILLI = 1_000_000;

  private static final String HEAD =
      """
      clinic-simulators-session 1
      seed 1
      speed 1
      bench devices: [{name: a, model: new-era}]
      """;

  /** The host asks 10 after the plug, is answered 5 ms later, and 100 ms later comes a greeting. */
  private static final String DIALOGUE =
      """
      1000 a plugged
      11000 a > 30 31 32 0D
      12000 b < 77
      16000 a < 41
      16500 * POST /devices/a/faults {"kind":"split"} 200
      116000 a < 42 43
      200000 a > 33
      201000 a < 44
      201100 end
      """;

  private final List<String> done = new ArrayList<>();
  private final List<String> news = new ArrayList<>();
  private final ReplayLine line =
      new ReplayLine() {
        @Override
        public void send(byte[] bytes) {
          done.add(Hex.dense(bytes));
        }

        @Override
        public void cable(boolean plugged) {
          done.add(plugged ? "plugged" : "unplugged");
        }
      };

  private Replay replay(String lines, long speedPermille) throws SessionException {
    Replay replay =
        new Replay(Session.parse("f.session", HEAD + lines), "a", speedPermille, news::add);
    replay.advance(0, line);
    return replay;
  }

  private void assertDone(String... all) {
    assertEquals(List.of(all), done);
  }

  @Test
  void itAnswersWhatWasAnsweredAsLongAfterTheHostAsItWas() throws SessionException {
    Replay replay = replay(DIALOGUE, 1000);
    assertDone("plugged");
    replay.advance(3_000 * MILLI, line);
    assertEquals("Waiting[where=f.session:6, expected=30 31 32 0D]", replay.state().toString());
    replay.receive(Hex.parse("3031"));
    replay.advance(50 * MILLI, line);
    assertDone("plugged");
    replay.receive(Hex.parse("320D"));
    replay.advance(4 * MILLI, line);
    assertDone("plugged");
    replay.advance(1 * MILLI, line);
    assertDone("plugged", "41");
    replay.advance(99 * MILLI, line);
    assertDone("plugged", "41");
    replay.advance(1 * MILLI, line);
    assertDone("plugged", "41", "4243");
    replay.receive(Hex.parse("33"));
    replay.advance(1 * MILLI, line);
    assertDone("plugged", "41", "4243", "44");
    assertEquals(new ReplayState.Over(0), replay.state());
    assertEquals(List.of("a: all of f.session was played"), news);
  }

  @Test
  void tenTimesTheSpeedIsATenthOfTheTimes() throws SessionException {
    Replay replay = replay(DIALOGUE, 10_000);
    replay.receive(Hex.parse("3031320D"));
    replay.advance(MILLI / 2, line);
    assertDone("plugged", "41");
    replay.advance(10 * MILLI, line);
    assertDone("plugged", "41", "4243");
  }

  /** A driver may ask while the device is still telling something else. */
  @Test
  void aHostThatIsEarlyIsHeardAndTheOrderStays() throws SessionException {
    Replay replay = replay(DIALOGUE, 1000);
    replay.receive(Hex.parse("3031320D33"));
    replay.advance(5 * MILLI, line);
    assertDone("plugged", "41");
    replay.advance(100 * MILLI, line);
    assertDone("plugged", "41", "4243", "44");
  }

  @Test
  void whatDiffersIsToldAndNothingIsSaidAfterIt() throws SessionException {
    Replay replay = replay(DIALOGUE, 1000);
    replay.receive(Hex.parse("3031"));
    replay.receive(Hex.parse("390D"));
    replay.receive(Hex.parse("33"));
    replay.advance(5_000 * MILLI, line);
    assertDone("plugged");
    assertInstanceOf(ReplayState.Differs.class, replay.state());
    assertEquals(
        List.of(
            "a: the host differs from f.session:6 (11 ms): expected 30 31 32 0D «012\u240D»,"
                + " came 30 31 39 0D «019\u240D», other from byte 3"),
        news);
  }

  @Test
  void whatComesAfterTheEndIsCountedAndNotAnswered() throws SessionException {
    Replay replay = replay("0 a plugged\n5 a > 30\n6 a < 41\n7 end\n", 1000);
    replay.receive(Hex.parse("30"));
    replay.advance(MILLI, line);
    replay.receive(Hex.parse("303031"));
    assertEquals(new ReplayState.Over(3), replay.state());
    assertDone("plugged", "41");
  }

  /** What a host writes to a cable that came off was never heard: it may not be taken for later. */
  @Test
  void nothingIsHeardAcrossAPulledCable() throws SessionException {
    String lines = "0 a plugged\n5 a < 41\n900 a unplugged\n90000 a plugged\n90100 a > 30\n";
    Replay replay = replay(lines, 1000);
    replay.advance(MILLI / 100, line);
    assertDone("plugged", "41", "unplugged");
    replay.advance(90 * MILLI, line);
    replay.receive(Hex.parse("30"));
    replay.advance(MILLI, line);
    assertEquals(new ReplayState.Over(0), replay.state());

    done.clear();
    Replay other = replay(lines.replace("900 a unplugged", "80000 a unplugged"), 1000);
    other.receive(Hex.parse("30"));
    assertTrue(news.getLast().contains("expected nothing before the cable comes off"), "told");
  }

  @Test
  void aDeviceThatIsNotInItHasNothingToPlay() throws SessionException {
    Session session = Session.parse("f.session", HEAD + DIALOGUE);
    assertTrue(session.knows("a") && session.knows("b"));
    assertEquals(0, new Replay(session, "c", 1000, news::add).length());
  }
}
