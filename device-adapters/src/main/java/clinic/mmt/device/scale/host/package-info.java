/**
 * What scales without a tare that can be read back share: the tare is kept here; imports exchange
 * and what is below it.
 */
@NullMarked
package clinic.mmt.device.scale.host;

import org.jspecify.annotations.NullMarked;
