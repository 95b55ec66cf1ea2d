package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;

/** {@code journal.opened} and {@code service.started}. */
final class ServiceFacts {

  static final String OPENED = "journal.opened";
  static final String STARTED = "service.started";

  /** An end in order. */
  static final String ENDED = "service.ended";

  static final String DAY = "day.began";

  private ServiceFacts() {}

  static Encoded ended() {
    return new Encoded(ENDED, 1, JsonText.object().end(), FactCodec.none());
  }

  static Encoded write(Fact.DayBegan fact) {
    var open = JsonText.object("day", fact.day().toString()).put("confirmed", fact.confirmed());
    return new Encoded(DAY, 1, open.end(), FactCodec.none());
  }

  static Fact day(Members open) {
    return new Fact.DayBegan(open.day("day"), open.flag("confirmed"));
  }

  static Encoded write(Fact.JournalOpened fact) {
    var open =
        JsonText.object("clinic", fact.clinic()).put("mode", fact.mode()).put("zone", fact.zone());
    return new Encoded(OPENED, 1, open.end(), FactCodec.none());
  }

  static Fact opened(Members open) {
    return new Fact.JournalOpened(open.text("clinic"), open.text("mode"), open.text("zone"));
  }

  static Encoded write(Fact.ServiceStarted fact) {
    var open =
        JsonText.object("version", fact.version()).put("configuration", fact.configuration());
    return new Encoded(STARTED, 1, open.end(), FactCodec.none());
  }

  static Fact started(Members open) {
    return new Fact.ServiceStarted(open.text("version"), open.text("configuration"));
  }
}
