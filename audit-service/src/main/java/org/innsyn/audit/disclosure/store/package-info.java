/** Stores decisions about names and serves them; what is said lies sealed with the log it is about, and goes with it. */
@NullMarked
package org.innsyn.audit.disclosure.store;

import org.jspecify.annotations.NullMarked;
