/**
 * What the head of a clinic sees at a glance, as counts and without a person. Reads views beside
 * the ledger thread; imports other packages of {@code app} and {@code domain}.
 */
@NullMarked
package clinic.mmt.dispenser.app.monitor;

import org.jspecify.annotations.NullMarked;
