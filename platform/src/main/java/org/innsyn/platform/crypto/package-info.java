/** The only room that touches cryptography: sealing, keyed hashes, key files and commitments. */
@NullMarked
package org.innsyn.platform.crypto;

import org.jspecify.annotations.NullMarked;
