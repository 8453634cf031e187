/** Versioned indices behind aliases, and one way to reach the server. */
@NullMarked
package org.innsyn.platform.elasticsearch;

import org.jspecify.annotations.NullMarked;
