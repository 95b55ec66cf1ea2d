/** Yaohua indicators; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.yaohua;

import org.jspecify.annotations.NullMarked;
