/** Keeps what identifies or describes a person encrypted under keys that can be destroyed. */
@NullMarked
package org.innsyn.platform.vault;

import org.jspecify.annotations.NullMarked;
