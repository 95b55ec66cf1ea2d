/** Vert.x Web from the OpenAPI contract, logins, the live WebSocket, the management port. */
@NullMarked
package clinic.mmt.dispenser.http;

import org.jspecify.annotations.NullMarked;
