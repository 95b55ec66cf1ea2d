/** EM4100 card readers; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.token.rdm6300;

import org.jspecify.annotations.NullMarked;
