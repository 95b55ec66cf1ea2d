/** A&D balances in their standard format; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.and;

import org.jspecify.annotations.NullMarked;
