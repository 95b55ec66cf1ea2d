package clinic.mmt.device.token.qrcdc;

import clinic.mmt.device.Token;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.TextLineFraming;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of the scanner: what a code says, or why that can't be used. Never shown anywhere. */
sealed interface Scanned extends Message {

  /** The protocol: the scanner only speaks. */
  Protocol<Scanned> PROTOCOL =
      new Protocol<>() {
        @Override
        public Scan.Open idle() {
          return TextLineFraming.idle();
        }

        @Override
        public Optional<Scanned> decode(Scan.Frame frame) {
          return Optional.of(Scanned.read(frame.content()));
        }

        @Override
        public boolean confidential() {
          return true;
        }
      };

  /** The text of a code, in Unicode's normal form C. */
  record Code(Token token) implements Scanned {
    @Override
    public String meaning() {
      return "code";
    }
  }

  /** A line that is no text for us; {@code reason} is in our words and has nothing of it. */
  record Unreadable(String reason) implements Scanned {
    @Override
    public String meaning() {
      return reason;
    }
  }

  @Override
  default boolean confidential() {
    return true;
  }

  /** Reads one line. Strict: a scanner in another code page must not make another text. */
  static Scanned read(Octets line) {
    if (line.length() > TextLineFraming.LINE_MAX) {
      return new Unreadable("too long");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toArray())).toString();
    } catch (CharacterCodingException e) {
      return new Unreadable("not UTF-8");
    }
    String bare = AROUND.matcher(text).replaceAll("");
    String code = Normalizer.normalize(AIM.matcher(bare).replaceFirst(""), Normalizer.Form.NFC);
    if (code.isEmpty()) {
      return new Unreadable("empty");
    }
    return code.chars().anyMatch(Character::isISOControl)
        ? new Unreadable("control character")
        : new Code(new Token(code));
  }

  /** Byte order mark and NUL before and after the text. */
  Pattern AROUND = Pattern.compile("^[\\x00\\uFEFF]+|\\x00+$");

  /** The symbology that some scanners say first, for example {@code ]Q1} of a QR code. */
  Pattern AIM = Pattern.compile("^\\][A-Za-z][0-9A-Za-z]");
}
