/** A byte channel to a device: its address, TCP, and one in memory; imports the JDK only. */
@NullMarked
package clinic.mmt.device.link;

import org.jspecify.annotations.NullMarked;
