/** From configuration to driver: the only place that names models. */
@NullMarked
package clinic.mmt.device.catalog;

import org.jspecify.annotations.NullMarked;
