package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.LineCounters;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.VerifyLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Readers that agree at once: identification is not what the path bench measures. */
final class BenchReaders {

  private BenchReaders() {}

  /** What never fails and shows no frames. */
  abstract static class Steady implements Device {
    @Override
    public void identify(Consumer<Answer<DeviceIdentity>> reply) {
      reply.accept(Answer.ok(new DeviceIdentity("bench", "1", Optional.empty())));
    }

    @Override
    public void onLink(Consumer<LinkState> listener) {
      listener.accept(LinkState.UP);
    }

    @Override
    public List<FrameRecord> frames() {
      return List.of();
    }

    @Override
    public LineCounters counters() {
      return new LineCounters(0, 0, 0, 0);
    }

    @Override
    public void close() {}
  }

  /** A finger that always matches. */
  static final class Finger extends Steady implements FingerprintReader {
    @Override
    public void prepare(Consumer<Answer<Integer>> reply) {
      reply.accept(Answer.ok(0));
    }

    @Override
    public void verify(
        List<FingerTemplate> templates, VerifyLimits limits, Consumer<Answer<FingerResult>> reply) {
      reply.accept(Answer.ok(new FingerResult.Match(0, 100, 1)));
    }

    @Override
    public void enrol(VerifyLimits limits, Consumer<Answer<FingerTemplate>> reply) {
      reply.accept(Answer.ok(new FingerTemplate(new byte[512])));
    }

    @Override
    public void cancel() {}

    @Override
    public String name() {
      return "bench-finger";
    }
  }

  /** A card reader with a hand. */
  static final class Cards extends Steady implements TokenReader {
    private volatile Consumer<Token> listener = token -> {};

    void present(String card) {
      listener.accept(new Token(card));
    }

    @Override
    public void onToken(Consumer<Token> listener) {
      this.listener = listener;
    }

    @Override
    public String name() {
      return "bench-card";
    }
  }
}
