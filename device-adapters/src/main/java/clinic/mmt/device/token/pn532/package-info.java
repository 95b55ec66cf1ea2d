/** Contactless readers with a PN532 on its UART; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.token.pn532;

import org.jspecify.annotations.NullMarked;
