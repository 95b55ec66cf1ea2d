/** Counter scales that push comma streams; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.comma;

import org.jspecify.annotations.NullMarked;
