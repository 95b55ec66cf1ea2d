/** The default broker: Apache Artemis as a process of its own; the only importer of Artemis. */
@NullMarked
package clinic.mmt.dispenser.main.broker;

import org.jspecify.annotations.NullMarked;
