package clinic.mmt.dispenser.domain.pack;

import clinic.mmt.dispenser.domain.site.SiteName;
import java.time.Instant;

/**
 * What every pack says of itself.
 *
 * @param from the site that wrote it
 * @param to the one site that it is for
 * @param number counts the packs of a kind on this way, 1 or more
 * @param made when it was written, whole seconds
 */
public record PackHead(SiteName from, SiteName to, int number, Instant made) {

  /** Refuses numbers below 1. */
  public PackHead {
    if (number < 1) {
      throw new IllegalArgumentException("packs are counted from 1");
    }
  }

  void write(PackLines.Writer lines) {
    lines.line("from", from.value());
    lines.line("to", to.value());
    lines.line("number", number);
    lines.line("made", made);
  }

  static PackHead read(PackLines lines) {
    return new PackHead(
        new SiteName(lines.next("from")),
        new SiteName(lines.next("to")),
        Integer.parseInt(lines.next("number")),
        Instant.parse(lines.next("made")));
  }
}
