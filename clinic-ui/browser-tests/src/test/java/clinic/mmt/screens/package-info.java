/** Tests of the built pages in a real browser, against the real service and simulators. */
@NullMarked
package clinic.mmt.screens;

import org.jspecify.annotations.NullMarked;
