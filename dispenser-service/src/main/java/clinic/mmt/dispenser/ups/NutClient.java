package clinic.mmt.dispenser.ups;

import clinic.mmt.dispenser.app.degraded.PowerWatch;
import clinic.mmt.dispenser.domain.degraded.Power;
import clinic.mmt.dispenser.domain.degraded.Power.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@code upsd} of Network UPS Tools over TCP, one connection for each look: {@code
 * ups.status}, and on battery {@code battery.runtime} (seconds) and {@code battery.charge}
 * (percent). It reads only: no login, no command to the UPS.
 */
public final class NutClient implements PowerWatch.Ups {

  private static final int LINE_MOST = 512;

  /** Seconds and percent come as {@code 1260}, {@code 1260.00} or {@code 0087}. */
  private static final Pattern NUMBER = Pattern.compile("0*([0-9]{1,7})(?:\\.[0-9]*)?");

  private final String ups;
  private final InetSocketAddress address;
  private final Duration limit;
  private final Executor executor;

  /**
   * Of one UPS.
   *
   * @param ups its name there
   * @param limit one look lasts no longer
   * @param executor waits for the answer; a thread of its own
   */
  public NutClient(String ups, InetSocketAddress address, Duration limit, Executor executor) {
    this.ups = ups;
    this.address = address;
    this.limit = limit;
    this.executor = executor;
  }

  @Override
  public void ask(Consumer<Power> reply) {
    executor.execute(() -> reply.accept(look()));
  }

  private Power look() {
    InetSocketAddress now =
        new InetSocketAddress(address.getHostString(), address.getPort()); // a name may move
    try (Socket socket = new Socket()) {
      socket.connect(now, (int) limit.toMillis());
      Talk talk = new Talk(socket, System.nanoTime() + limit.toNanos());
      Power power = status(talk);
      talk.goodbye();
      return power;
    } catch (IOException e) {
      return new Power.Unknown(Why.NO_ANSWER);
    }
  }

  private Power status(Talk talk) throws IOException {
    return switch (talk.ask("ups.status")) {
      case UpsdAnswer.Value(String text) -> status(talk, Arrays.asList(text.split(" ", -1)));
      case UpsdAnswer.No(String code) ->
          new Power.Unknown(
              switch (code) {
                case "UNKNOWN-UPS" -> Why.NO_SUCH_UPS;
                case "DRIVER-NOT-CONNECTED", "DATA-STALE" -> Why.NO_DATA;
                default -> Why.NOT_UNDERSTOOD;
              });
      case UpsdAnswer.NotUnderstood not -> new Power.Unknown(Why.NOT_UNDERSTOOD);
    };
  }

  /**
   * Words of {@code ups.status}: {@code OL} mains, {@code OB} battery, {@code LB} battery low,
   * {@code FSD} about to be switched off; a UPS also says others.
   */
  private static Power status(Talk talk, List<String> words) {
    if (words.contains("FSD") || (words.contains("OB") && words.contains("LB"))) {
      return new Power.OnBattery(Optional.of(Duration.ZERO), talk.number("battery.charge", 100));
    }
    if (words.contains("OB")) {
      return new Power.OnBattery(
          talk.number("battery.runtime", 9_999_999)
              .map(seconds -> Duration.ofMinutes(seconds / 60)),
          talk.number("battery.charge", 100));
    }
    return words.contains("OL") ? new Power.Mains() : new Power.Unknown(Why.NOT_UNDERSTOOD);
  }

  /** One connection, with the moment at which it ends. */
  private final class Talk {

    private final Socket socket;
    private final InputStream in;
    private final long deadline;

    Talk(Socket socket, long deadline) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.deadline = deadline;
    }

    void say(String line) throws IOException {
      socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** What was told stays told, whether the other end hears this or not. */
    void goodbye() {
      try {
        say("LOGOUT\n");
      } catch (IOException e) {
        return;
      }
    }

    UpsdAnswer ask(String variable) throws IOException {
      say(UpsdAnswer.question(ups, variable));
      return UpsdAnswer.read(ups, variable, line());
    }

    /** What is not told, or is no number up to {@code most}, is not known. */
    Optional<Integer> number(String variable, int most) {
      try {
        if (ask(variable) instanceof UpsdAnswer.Value(String text)) {
          Matcher number = NUMBER.matcher(text.strip());
          return number.matches()
              ? Optional.of(Integer.valueOf(number.group(1))).filter(n -> n <= most)
              : Optional.empty();
        }
        return Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private String line() throws IOException {
      byte[] line = new byte[LINE_MOST];
      for (int length = 0; length < line.length; length++) {
        int next = in(deadline - System.nanoTime());
        if (next == '\n') {
          return new String(line, 0, length, StandardCharsets.UTF_8);
        }
        line[length] = (byte) next;
      }
      throw new IOException("a line without an end");
    }

    /** One byte, waited for no longer than {@code nanos}. */
    private int in(long nanos) throws IOException {
      int millis = (int) TimeUnit.NANOSECONDS.toMillis(nanos);
      if (millis < 1) {
        throw new SocketTimeoutException("no answer within the time allowed");
      }
      socket.setSoTimeout(millis);
      int next = in.read();
      if (next < 0) {
        throw new IOException("the other end has hung up");
      }
      return next;
    }
  }
}
