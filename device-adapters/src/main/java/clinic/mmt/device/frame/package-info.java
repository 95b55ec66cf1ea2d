/** Pure frame parsers, checksums, decimals and hex; imports the JDK only. */
@NullMarked
package clinic.mmt.device.frame;

import org.jspecify.annotations.NullMarked;
