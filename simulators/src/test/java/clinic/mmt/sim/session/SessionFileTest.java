package clinic.mmt.sim.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of docs/simulators/README.md, «Sessions». */
class SessionFileTest {

  private static final String HEAD =
      """
      clinic-simulators-session 1
      # a comment
      seed 7
      speed 1.5
      bench devices:
      bench
      bench   - {name: pump-1, model: new-era}
      """;

  private static final List<SessionEvent> EVENTS =
      List.of(
          new SessionEvent.Cable(0, "pump-1", true),
          new SessionEvent.HostSaid(12, "pump-1", Bytes.of((byte) 0x30, (byte) 0x0D)),
          new SessionEvent.DeviceSaid(999_999_999_999L, "pump-1", Bytes.of((byte) 0xFF)),
          new SessionEvent.Asked(
              999_999_999_999L, "POST", "/stations/s1/cup", "{\"act\":\"put  5\"}", 200),
          new SessionEvent.Asked(999_999_999_999L, "DELETE", "/devices/a/faults", "", 404),
          new SessionEvent.Cable(999_999_999_999L, "pump-1", false),
          new SessionEvent.Ended(999_999_999_999L));

  private static Session parse(String lines) throws SessionException {
    return Session.parse("f.session", HEAD + lines);
  }

  @Test
  void whatIsWrittenIsReadBack() throws SessionException {
    StringBuilder lines = new StringBuilder();
    EVENTS.forEach(event -> lines.append(SessionLines.write(event)).append('\n'));
    Session session = parse(lines.toString());
    assertEquals(EVENTS, session.steps().stream().map(Session.Step::event).toList());
    assertEquals(8, session.steps().getFirst().line());
    assertFalse(session.cut());
    assertEquals(7, session.header().seed());
    assertEquals(1500, session.header().speedPermille());
    assertEquals("devices:\n\n  - {name: pump-1, model: new-era}\n", session.header().bench());
  }

  @Test
  void peopleReadLettersBesideTheBytes() {
    assertEquals(
        "        12 pump-1 > 30 0D  ; 0\u240D", SessionLines.write(EVENTS.get(1)), "as documented");
  }

  /** A killed recorder leaves half a line, which may look like a shorter whole one. */
  @Test
  void aLastLineWithoutItsEndIsNotTaken() throws SessionException {
    Session session = parse("0 pump-1 plugged\n5 pump-1 < 30 31");
    assertTrue(session.cut());
    assertEquals(1, session.steps().size());
    assertEquals(2, parse("0 pump-1 plugged\n5 pump-1 < 30 31\n").steps().size(), "the control");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 pump-1 < 3 | f.session:8: no event: 0 pump-1 < 3",
        "0 pump-1 x 30 | f.session:8: no event",
        "5 end~0 end | f.session:9: after the end: 0 end",
        "5 pump-1 < 30~4 pump-1 < 30 | f.session:9: earlier than the line before; times only grow"
      })
  void whatIsNoEventIsToldWithItsLine(String lines, String message) {
    SessionException told =
        assertThrows(SessionException.class, () -> parse(lines.replace('~', '\n') + "\n"));
    assertTrue(String.valueOf(told.getMessage()).startsWith(message), told.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clinic-simulators-session 1 | devices | f.session:1: no session of the simulators",
        "seed 7 | seed seven | f.session:3: seed and a number",
        "speed 1.5 | speed | f.session:4: speed and a number",
        "bench | tench | f.session:5: the bench file belongs here"
      })
  void aWrongHeadIsToldWithItsLine(String right, String wrong, String message) {
    String text = HEAD.replace(right, wrong) + "0 end\n";
    SessionException told =
        assertThrows(SessionException.class, () -> Session.parse("f.session", text));
    assertTrue(String.valueOf(told.getMessage()).startsWith(message), told.getMessage());
  }
}
