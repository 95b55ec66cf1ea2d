package clinic.mmt.dispenser.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.degraded.Power;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client of {@code upsd}, on real sockets; docs/devices/nut. */
@Timeout(20)
class NutClientTest {

  private static final Duration PATIENT = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofMillis(200);

  private static Power look(InetSocketAddress at, Duration limit) {
    List<Power> answers = new ArrayList<>();
    new NutClient("clinic", at, limit, Runnable::run).ask(answers::add);
    assertEquals(1, answers.size(), "answered exactly once");
    return answers.getFirst();
  }

  static String words(Power power) {
    return switch (power) {
      case Power.Mains mains -> "mains";
      case Power.OnBattery b ->
          "battery %s %s"
              .formatted(
                  b.left().map(left -> "" + left.toMinutes()).orElse("-"),
                  b.percent().map(p -> "" + p).orElse("-"));
      case Power.Unknown(Power.Why why) -> "unknown " + why;
    };
  }

  static List<FakeUpsd.Talk> talks() {
    return FakeUpsd.talks();
  }

  @ParameterizedTest
  @MethodSource("talks")
  void aConversationMeansWhatTheVectorsSay(FakeUpsd.Talk talk) throws Exception {
    try (FakeUpsd upsd = FakeUpsd.playing(talk)) {
      assertEquals(talk.means(), words(look(upsd.address(), PATIENT)));
      assertEquals(List.of(), upsd.faults());
    }
  }

  @Test
  void theVectorsHaveEveryAnswer() {
    List<String> all = talks().stream().map(t -> t.means().split(" ", -1)[0]).distinct().toList();
    assertTrue(all.containsAll(List.of("mains", "battery", "unknown")), "the control: " + all);
  }

  @Test
  void aPortThatNobodyListensAtIsNoAnswer() throws Exception {
    InetSocketAddress gone;
    try (FakeUpsd upsd = new FakeUpsd((fake, socket) -> {})) {
      gone = upsd.address();
    }
    assertEquals("unknown NO_ANSWER", words(look(gone, SHORT)));
  }

  @Test
  void aNameThatNobodyHasIsNoAnswer() {
    InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nobody.invalid", 3493);
    assertEquals("unknown NO_ANSWER", words(look(nowhere, SHORT)));
  }

  @Test
  void silenceEndsAtTheLimit() throws Exception {
    try (FakeUpsd upsd = new FakeUpsd((fake, socket) -> socket.getInputStream().readAllBytes())) {
      assertEquals("unknown NO_ANSWER", words(look(upsd.address(), SHORT)));
    }
  }

  /** Each byte comes in time, and the line never ends: the limit holds for the whole look. */
  @Test
  void oneByteAfterTheOtherDoesNotHoldTheLookOpen() throws Exception {
    try (FakeUpsd upsd =
        new FakeUpsd(
            (fake, socket) -> {
              socket.setSoTimeout(50);
              while (hanging(socket)) {
                socket.getOutputStream().write('x');
              }
            })) {
      assertEquals("unknown NO_ANSWER", words(look(upsd.address(), Duration.ofSeconds(1))));
    }
  }

  /** Waits a little for the other end to hang up. */
  private static boolean hanging(java.net.Socket socket) throws IOException {
    try {
      while (true) {
        if (socket.getInputStream().read() < 0) {
          return false;
        }
      }
    } catch (java.net.SocketTimeoutException e) {
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  @Test
  void aLineWithoutAnEndIsGivenUpBeforeTheLimit() throws Exception {
    byte[] flood = "x".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    try (FakeUpsd upsd =
        new FakeUpsd(
            (fake, socket) -> {
              socket.getOutputStream().write(flood);
              socket.getInputStream().readAllBytes();
            })) {
      assertEquals("unknown NO_ANSWER", words(look(upsd.address(), Duration.ofSeconds(15))));
    }
  }

  /** The status is what counts: a connection lost after it leaves a battery of unknown time. */
  @Test
  void aConnectionLostAfterTheStatusIsABatteryAllTheSame() throws Exception {
    try (FakeUpsd upsd =
        new FakeUpsd(
            (fake, socket) ->
                socket
                    .getOutputStream()
                    .write("VAR clinic ups.status \"OB\"\n".getBytes(StandardCharsets.UTF_8)))) {
      assertEquals("battery - -", words(look(upsd.address(), PATIENT)));
    }
  }
}
