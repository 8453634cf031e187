/** The keys by which people and staff are found without keeping what they go by, and their rotation. */
@NullMarked
package org.innsyn.audit.hashing;

import org.jspecify.annotations.NullMarked;
