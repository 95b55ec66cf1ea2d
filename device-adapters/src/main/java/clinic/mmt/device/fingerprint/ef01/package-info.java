/** Fingerprint modules that speak EF01; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.fingerprint.ef01;

import org.jspecify.annotations.NullMarked;
