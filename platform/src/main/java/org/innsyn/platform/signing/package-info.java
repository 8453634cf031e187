/** Keys that sign what is handed out, one at a time, and stay published when they are gone. */
@NullMarked
package org.innsyn.platform.signing;

import org.jspecify.annotations.NullMarked;
