package clinic.mmt.device.exchange;

import clinic.mmt.device.Fault;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An open line as an operation sees it: ask, send, listen, pause. One request is in flight; every
 * wait has a limit; a time-out resets the parser, and nothing new is asked while an old answer may
 * still come.
 *
 * @param <M> the protocol's messages
 */
public final class Line<M extends Message> {

  private static final int PIECE_MAX = 64;
  private static final int SILENT_PERIODS_MAX = 10;
  private static final int HEARD_AT_ONCE_MAX = 256;

  private final Connection connection;
  private final Ear<M> ear;
  private final Parts<M> parts;
  private final Consumer<M> unsolicited;

  private String command = "open";
  private boolean urgentLane;
  private boolean suspect = true;
  private long owedUntilNanos = System.nanoTime();
  private long lastWriteNanos = System.nanoTime();
  private Optional<String> loss = Optional.empty();

  /** Where a line keeps its record. */
  record Diary(FrameRing frames, Counters counters) {}

  /** What a line takes from its port. */
  record Parts<M extends Message>(
      Inbox<M> inbox, Protocol<M> protocol, PortSettings settings, Diary diary) {}

  /** What came of one attempt. */
  private sealed interface Attempt<R> {
    record Value<R>(R value) implements Attempt<R> {}

    record Missed<R>(Fault fault) implements Attempt<R> {}
  }

  Line(Connection connection, Parts<M> parts, Consumer<M> unsolicited) {
    this.connection = connection;
    this.parts = parts;
    this.unsolicited = unsolicited;
    this.ear = new Ear<>(parts.inbox(), parts.protocol(), parts.diary());
  }

  /** Asks and waits; asks again when no good answer came and the request's tries allow it. */
  public <R> R ask(Request<M, R> request) throws FaultException {
    Fault missed = new Fault.NoAnswer(request.frame().command());
    for (int attempt = 1; attempt <= request.timing().tries(); attempt++) {
      parts.diary().counters().retries.addAndGet(attempt > 1 ? 1 : 0);
      send(request.frame(), new WriteMark());
      switch (await(request, attempt < request.timing().tries())) {
        case Attempt.Value<R>(R value) -> {
          return value;
        }
        case Attempt.Missed<R>(Fault fault) -> missed = fault;
      }
    }
    throw new FaultException(missed);
  }

  /** Asks once; {@code mark} tells whether any byte of the question may have reached the port. */
  public <R> R askOnce(Request<M, R> request, WriteMark mark) throws FaultException {
    send(request.frame(), mark);
    return listen(request);
  }

  /** Waits for what {@code request} reads, without asking for it. */
  public <R> R listen(Request<M, R> request) throws FaultException {
    return switch (await(request, false)) {
      case Attempt.Value<R>(R value) -> value;
      case Attempt.Missed<R>(Fault fault) -> throw new FaultException(fault);
    };
  }

  /** Writes a frame once the line is settled. */
  public void send(Request.Outgoing frame, WriteMark mark) throws FaultException {
    command = frame.command();
    settle();
    parts.diary().frames().wrote(frame);
    lastWriteNanos = System.nanoTime();
    write(frame.bytes().toArray(), mark);
  }

  /** Does nothing for a while, but hears STOP, a cancellation and loss at once. */
  public void pause(long millis) throws FaultException {
    long deadline = after(millis);
    boolean waiting = true;
    while (waiting) {
      waiting = handOver(ear.hear(deadline, urgentLane));
    }
  }

  /** The bytes of a frame that has begun; empty while none has. */
  public Octets begun() {
    return ear.begun();
  }

  /** Forgets a frame that has begun: its rest will not come. */
  public void forgetBegun() {
    ear.reset();
  }

  /** Marks the line as one where late answers may come; the next question waits for silence. */
  public void expectLateAnswers() {
    suspect = true;
  }

  /** How many questions of this port were asked again so far. */
  public long repeated() {
    return parts.diary().counters().retries.get();
  }

  /** Whether a STOP or a cancellation waits for this operation to end. */
  public boolean isInterrupted() {
    return !urgentLane && parts.inbox().isInterrupted();
  }

  void useUrgentLane(boolean urgent) {
    urgentLane = urgent;
  }

  void heardBetweenOperations(Octets chunk) {
    ear.scan(chunk);
    for (M message : ear.takeMessages()) {
      owedUntilNanos = System.nanoTime();
      unsolicited.accept(message);
    }
  }

  void lose(String cause) {
    loss = Optional.of(cause);
  }

  Optional<String> loss() {
    return loss;
  }

  long lastWriteNanos() {
    return lastWriteNanos;
  }

  private <R> Attempt<R> await(Request<M, R> request, boolean mayRepeat) throws FaultException {
    long deadline = after(request.timing().millisMax());
    long noiseBefore = ear.noise();
    owedUntilNanos = deadline;
    Fault missed = new Fault.NoAnswer(command);
    while (true) {
      switch (ear.hear(deadline, urgentLane)) {
        case Heard.Good<M>(M message) -> {
          Optional<R> value = request.reading().apply(message);
          if (value.isPresent()) {
            owedUntilNanos = System.nanoTime();
            return new Attempt.Value<>(lastOf(request, value.get()));
          }
          unsolicited.accept(message);
        }
        case Heard.Bad<M>(String hex, String reason) -> {
          missed = new Fault.BadFrame(command, hex, reason);
          deadline = mayRepeat ? soonest(deadline) : deadline;
        }
        case Heard.Silence<M>() -> {
          return new Attempt.Missed<>(giveUp(missed, ear.noise() - noiseBefore));
        }
        case Heard.Interrupted<M>() -> throw cancelled();
        case Heard.Lost<M>(String cause) -> throw lost(cause);
      }
    }
  }

  /**
   * After a time-out the first answer may be the one to an earlier try: the last one before a
   * silent period counts. A device that never falls silent talks by itself: no use in waiting for
   * that again.
   */
  private <R> R lastOf(Request<M, R> request, R first) throws FaultException {
    R value = first;
    long limit = after(parts.settings().silentMillis() * SILENT_PERIODS_MAX);
    while (suspect && limit - System.nanoTime() > 0) {
      Heard<M> next = ear.hear(after(parts.settings().silentMillis()), urgentLane);
      if (next instanceof Heard.Good<M>(M message)) {
        value = request.reading().apply(message).orElse(value);
      }
      suspect = handOver(next);
    }
    suspect = false;
    return value;
  }

  private Fault giveUp(Fault missed, long noise) {
    parts.diary().counters().timeouts.incrementAndGet();
    suspect = true;
    owedUntilNanos = System.nanoTime();
    Octets partial = ear.reset();
    if (!(missed instanceof Fault.NoAnswer) || partial.length() + noise == 0) {
      return missed;
    }
    String reason = partial.length() > 0 ? "incomplete frame" : noise + " bytes without a frame";
    Heard.Bad<M> bad = ear.noteBad(partial, reason);
    return new Fault.BadFrame(command, bad.hex(), bad.reason());
  }

  /**
   * Before a question: what is here already answers nothing. A reply that an interrupted question
   * is still owed is waited for, and after a time-out the line must have been silent once. The
   * urgent lane waits for neither.
   */
  private void settle() throws FaultException {
    boolean more = true;
    for (int i = 0; more && i < HEARD_AT_ONCE_MAX; i++) {
      more = handOver(ear.hearNow());
    }
    if (!urgentLane && owedUntilNanos - System.nanoTime() > 0) {
      handOver(ear.hear(owedUntilNanos, false));
      owedUntilNanos = System.nanoTime();
    }
    long limit = after(parts.settings().silentMillis() * SILENT_PERIODS_MAX);
    boolean noisy = suspect && !urgentLane;
    while (noisy && limit - System.nanoTime() > 0) {
      noisy = handOver(ear.hear(after(parts.settings().silentMillis()), false));
    }
    suspect = suspect && !noisy;
    ear.reset();
    if (isInterrupted()) {
      throw cancelled();
    }
  }

  /** Whether anything was heard. What answers no question goes to the driver. */
  private boolean handOver(Heard<M> heard) throws FaultException {
    return switch (heard) {
      case Heard.Good<M>(M message) -> {
        unsolicited.accept(message);
        yield true;
      }
      case Heard.Bad<M> bad -> true;
      case Heard.Silence<M>() -> false;
      case Heard.Interrupted<M>() -> throw cancelled();
      case Heard.Lost<M>(String cause) -> throw lost(cause);
    };
  }

  /** The first failed write means the port is lost; nothing is written to it any more. */
  private void write(byte[] bytes, WriteMark mark) throws FaultException {
    int done = 0;
    while (done < bytes.length) {
      int size = Math.min(PIECE_MAX, bytes.length - done);
      mark.set(true);
      int taken = writePiece(bytes, done, size);
      done += taken;
      mark.set(done > 0);
      if (taken < size) {
        throw lost("wrote " + done + " of " + bytes.length + " bytes");
      }
    }
  }

  private int writePiece(byte[] bytes, int from, int size) throws FaultException {
    try {
      return connection.write(bytes, from, size);
    } catch (IOException e) {
      throw lost(String.valueOf(e.getMessage()));
    }
  }

  private FaultException cancelled() {
    return new FaultException(new Fault.CancelledByStop(command));
  }

  private FaultException lost(String cause) {
    lose(cause);
    return new FaultException(new Fault.PortLost(command, cause));
  }

  private long soonest(long deadlineNanos) {
    long silent = after(parts.settings().silentMillis());
    return silent - deadlineNanos < 0 ? silent : deadlineNanos;
  }

  private static long after(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
