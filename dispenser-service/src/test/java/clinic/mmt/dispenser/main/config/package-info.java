/** Tests of the configuration file. */
@NullMarked
package clinic.mmt.dispenser.main.config;

import org.jspecify.annotations.NullMarked;
