package clinic.mmt.dispenser.app.people;

import clinic.mmt.dispenser.app.journal.Bytes;

/**
 * An enrolled finger: an opaque template that only the same model of reader understands.
 *
 * @param finger 1 to 10
 * @param readerModel model and firmware that made it
 * @param template the template, in clear; kept encrypted at rest, prints as its length
 */
public record StoredFinger(int finger, String readerModel, Bytes template) {}
