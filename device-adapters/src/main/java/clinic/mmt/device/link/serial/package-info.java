/** Serial ports; the only importer of jSerialComm, beside it device.link. */
@NullMarked
package clinic.mmt.device.link.serial;

import org.jspecify.annotations.NullMarked;
