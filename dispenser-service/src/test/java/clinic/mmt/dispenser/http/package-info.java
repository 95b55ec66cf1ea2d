/** Tests of the HTTP interface's parts. */
@NullMarked
package clinic.mmt.dispenser.http;

import org.jspecify.annotations.NullMarked;
