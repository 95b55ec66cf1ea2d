/** Facts to stored bytes and back, by {@code docs/journal-format.md}; imports domain values. */
@NullMarked
package clinic.mmt.dispenser.app.journal.codec;

import org.jspecify.annotations.NullMarked;
