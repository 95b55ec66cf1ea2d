/** CAS scales in ECR mode; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.cas;

import org.jspecify.annotations.NullMarked;
