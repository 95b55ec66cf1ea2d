package clinic.mmt.device.exchange;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operation with the one who waits for it. Answers exactly once. */
final class Job<M extends Message, T> {

  private static final Logger LOG = LoggerFactory.getLogger(Job.class);

  private final String command;
  private final Operation<M, T> operation;
  private final Consumer<Answer<T>> reply;

  Job(String command, Operation<M, T> operation, Consumer<Answer<T>> reply) {
    this.command = command;
    this.operation = operation;
    this.reply = reply;
  }

  String command() {
    return command;
  }

  void run(Line<M> line) {
    answer(outcome(line));
  }

  void refuse(Fault fault) {
    answer(Answer.failed(fault));
  }

  /** A bug of ours ends this operation loudly, but never the port: STOP must go on working. */
  private Answer<T> outcome(Line<M> line) {
    try {
      return Answer.ok(operation.run(line));
    } catch (FaultException e) {
      return Answer.failed(e.fault());
    } catch (RuntimeException e) {
      LOG.error("bug in operation {}", command, e);
      return Answer.failed(new Fault.BadFrame(command, "", "driver bug: " + e));
    }
  }

  private void answer(Answer<T> answer) {
    try {
      reply.accept(answer);
    } catch (RuntimeException e) {
      LOG.error("bug in the reply of {}", command, e);
    }
  }
}
