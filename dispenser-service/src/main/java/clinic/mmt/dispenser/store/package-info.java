/**
 * SQLite: journal, views and people; the only importer of {@code java.sql}; imports app, domain.
 */
@NullMarked
package clinic.mmt.dispenser.store;

import org.jspecify.annotations.NullMarked;
