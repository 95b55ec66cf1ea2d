/** The YAML configuration, checked with file and line. */
@NullMarked
package clinic.mmt.dispenser.main.config;

import org.jspecify.annotations.NullMarked;
