package clinic.mmt.dispenser.mqtt;

import java.util.regex.Pattern;

/**
 * The topics of one clinic; {@code docs/api/asyncapi.yaml} is the contract. No topic holds a
 * person, a code of one, or an amount.
 *
 * @param clinic the clinic's id, of a-z, 0-9 and -
 */
public record Topics(String clinic) {

  private static final String VERSION = "mmt/v1/";
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private String below(String rest) {
    return VERSION + clinic + "/" + rest;
  }

  /** A fact, by the words of its kind: {@code dose.pour-tapped} is {@code dose/pour-tapped}. */
  public String fact(String kind) {
    return below("facts/" + kind.replace('.', '/'));
  }

  /** All facts. */
  public String facts() {
    return below("facts/#");
  }

  /** What a station is doing; retained. */
  public String station(String station) {
    return below("states/stations/" + station);
  }

  /** Whether a device is there; retained. */
  public String device(String station, String device) {
    return below("states/devices/" + station + "/" + device);
  }

  /** The latest signed checkpoint of the journal; retained. */
  public String checkpoint() {
    return below("checkpoint");
  }

  /** Whether the clinic's service publishes, and how far its journal goes; retained, last will. */
  public String status() {
    return below("status");
  }

  /** Where consumers ask for entries from a position. */
  public String replayRequests() {
    return below("replay/requests");
  }

  /** Where one consumer gets them. */
  public String replayAnswers(String consumer) {
    return below("replay/answers/" + consumer);
  }

  /** Whether an answer may go there: a request must not make us publish anywhere else (H79). */
  boolean isReplayAnswers(String topic) {
    String prefix = below("replay/answers/");
    return topic.startsWith(prefix) && WORD.matcher(topic.substring(prefix.length())).matches();
  }
}
