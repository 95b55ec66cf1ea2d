package clinic.mmt.dispenser.main;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Writes the mark that binds a fingerprint module to its window (H29). */
final class BindModule {

  private static final int MARK_BYTES = 32;
  private static final int SECONDS_MOST = 8;

  private final PrintWriter out;
  private final DoctorWords words;

  BindModule(PrintWriter out, DoctorWords words) {
    this.out = out;
    this.words = words;
  }

  /** Binds the module of {@code spec}; whether it carries its mark now. */
  boolean bind(DeviceSpec spec, boolean replace) {
    return switch (Catalog.openFingerprint(spec)) {
      case Opened.Wrong<FingerprintReader>(var error) -> {
        out.println(spec.name() + " fingerprint wrong: " + error.text());
        yield false;
      }
      case Opened.Good<FingerprintReader>(FingerprintReader reader) -> {
        try (reader) {
          yield bind(reader, replace);
        }
      }
    };
  }

  private boolean bind(FingerprintReader reader, boolean replace) {
    byte[] mark = new byte[MARK_BYTES];
    new SecureRandom().nextBytes(mark);
    CompletableFuture<Answer<DeviceIdentity>> answer = new CompletableFuture<>();
    reader.onLink(
        state -> {
          if (state == LinkState.UP) {
            reader.bind(HexFormat.of().formatHex(mark), replace, answer::complete);
          }
        });
    String prefix = reader.name() + " fingerprint ";
    try {
      return switch (answer.orTimeout(SECONDS_MOST, TimeUnit.SECONDS).join()) {
        case Answer.Ok<DeviceIdentity>(DeviceIdentity id) -> {
          out.println(prefix + "bound " + id.text());
          out.println(words.say("bind.expect", id.text()));
          yield true;
        }
        case Answer.Failed<DeviceIdentity>(Fault fault) -> {
          out.println(prefix + "trouble: " + said(fault));
          yield false;
        }
      };
    } catch (CompletionException e) {
      out.println(prefix + "trouble: " + words.say("bind.no-port"));
      return false;
    }
  }

  private String said(Fault fault) {
    return fault instanceof Fault.WrongDevice wrong && wrong.expected().equals("no mark")
        ? words.say("bind.other")
        : new DeviceFindings(words).trouble(fault);
  }
}
