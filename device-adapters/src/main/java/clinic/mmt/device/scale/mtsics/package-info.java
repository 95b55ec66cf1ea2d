/** Scales that speak MT-SICS; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.mtsics;

import org.jspecify.annotations.NullMarked;
