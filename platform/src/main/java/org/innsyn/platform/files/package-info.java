/** Files that services write for people: sealed on disk, whole or not at all, and bundled with their sums. */
@NullMarked
package org.innsyn.platform.files;

import org.jspecify.annotations.NullMarked;
