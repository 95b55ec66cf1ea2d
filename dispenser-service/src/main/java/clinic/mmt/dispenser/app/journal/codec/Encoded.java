package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;

/**
 * A fact as it is stored.
 *
 * @param kind for example {@code dose.pour-intended}
 * @param version of this kind, from 1
 * @param publicBody a JSON object
 * @param privateBody a JSON object, or empty
 */
public record Encoded(String kind, int version, Bytes publicBody, Bytes privateBody) {}
