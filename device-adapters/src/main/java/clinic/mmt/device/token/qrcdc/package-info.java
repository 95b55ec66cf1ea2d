/** QR and barcode scanners on USB-CDC; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.token.qrcdc;

import org.jspecify.annotations.NullMarked;
