package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.dispenser.app.device.EnrolReport;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.SearchReport;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.StoredFinger;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One 1:1 comparison: the reader is checked anew before every patient, templates are wiped after.
 */
final class FingerCheck {

  private static final VerifyLimits LIMITS = new VerifyLimits(3, 90_000);

  /** One capture, compared with all: a second try would only make a false hit likelier. */
  private static final VerifyLimits SEARCH = new VerifyLimits(1, 90_000);

  private final FingerprintReader reader;
  private final Executor queue;

  /** One comparison; a cancelled one never asks for a finger. */
  private long round;

  FingerCheck(FingerprintReader reader, Executor queue) {
    this.reader = reader;
    this.queue = queue;
  }

  void verify(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
    long mine = ++round;
    reader.prepare(
        answer ->
            queue.execute(
                () -> {
                  switch (answer) {
                    case Answer.Ok<Integer> ok when mine != round ->
                        reply.accept(new FingerReport.NoRead("cancelled", 0));
                    case Answer.Ok<Integer> ok -> compare(fingers, reply);
                    case Answer.Failed<Integer>(Fault fault) -> reply.accept(broken(fault));
                  }
                }));
  }

  private void compare(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
    List<FingerTemplate> templates =
        fingers.stream().map(f -> new FingerTemplate(f.template().toArray())).toList();
    reader.verify(
        templates,
        LIMITS,
        answer ->
            queue.execute(
                () -> {
                  templates.forEach(FingerTemplate::wipe);
                  reply.accept(report(answer));
                }));
  }

  /** Makes a template; the reader says of which model and firmware it is. */
  void enrol(Consumer<EnrolReport> reply) {
    long mine = ++round;
    reader.identify(
        who ->
            queue.execute(
                () -> {
                  switch (who) {
                    case Answer.Ok<DeviceIdentity> ok when mine != round ->
                        reply.accept(new EnrolReport.NotMade("cancelled"));
                    case Answer.Ok<DeviceIdentity>(DeviceIdentity id) ->
                        reader.enrol(
                            LIMITS, made -> queue.execute(() -> reply.accept(enrolled(id, made))));
                    case Answer.Failed<DeviceIdentity>(Fault fault) ->
                        reply.accept(new EnrolReport.Broken(told(fault)));
                  }
                }));
  }

  /** A finger that was refused is tried again; anything else is the reader's trouble. */
  private EnrolReport enrolled(DeviceIdentity id, Answer<FingerTemplate> made) {
    return switch (made) {
      case Answer.Ok<FingerTemplate>(FingerTemplate template) -> {
        byte[] bytes = template.bytes();
        template.wipe();
        yield new EnrolReport.Made(id.model() + " " + id.firmware(), Bytes.of(bytes));
      }
      case Answer.Failed<FingerTemplate>(Fault.Refused refused) ->
          new EnrolReport.NotMade(told(refused));
      case Answer.Failed<FingerTemplate>(Fault.CancelledByStop cancelled) ->
          new EnrolReport.NotMade("cancelled");
      case Answer.Failed<FingerTemplate>(Fault fault) -> new EnrolReport.Broken(told(fault));
    };
  }

  /** Each of many templates once, against one capture. */
  void search(List<StoredFinger> among, Consumer<SearchReport> reply) {
    long mine = ++round;
    List<FingerTemplate> templates =
        among.stream().map(f -> new FingerTemplate(f.template().toArray())).toList();
    reader.verify(
        templates,
        SEARCH,
        answer ->
            queue.execute(
                () -> {
                  templates.forEach(FingerTemplate::wipe);
                  reply.accept(
                      mine == round ? searched(answer) : new SearchReport.NoRead("cancelled"));
                }));
  }

  private SearchReport searched(Answer<FingerResult> answer) {
    return switch (answer) {
      case Answer.Ok<FingerResult>(FingerResult.Match m) ->
          new SearchReport.Like(m.templateIndex(), m.score());
      case Answer.Ok<FingerResult>(FingerResult.Mismatch m) -> new SearchReport.LikeNone();
      case Answer.Ok<FingerResult>(FingerResult.NoRead n) ->
          new SearchReport.NoRead(n.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      case Answer.Failed<FingerResult>(Fault fault) -> new SearchReport.Broken(told(fault));
    };
  }

  private String told(Fault fault) {
    return switch (Faults.<Boolean>trouble(reader.name(), fault)) {
      case Report.Ok<Boolean> ok -> "";
      case Report.Trouble<Boolean> t -> t.text();
    };
  }

  private FingerReport report(Answer<FingerResult> answer) {
    return switch (answer) {
      case Answer.Ok<FingerResult>(FingerResult.Match m) ->
          new FingerReport.Match(m.score(), m.attempts());
      case Answer.Ok<FingerResult>(FingerResult.Mismatch m) ->
          new FingerReport.Mismatch(m.score(), m.attempts());
      case Answer.Ok<FingerResult>(FingerResult.NoRead n) ->
          new FingerReport.NoRead(
              n.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '), n.attempts());
      case Answer.Failed<FingerResult>(Fault fault) -> broken(fault);
    };
  }

  private FingerReport broken(Fault fault) {
    return new FingerReport.Broken(told(fault));
  }

  void cancel() {
    round++;
    reader.cancel();
  }
}
