/** Stores breaches and serves them; what people write about one lies sealed under its own key. */
@NullMarked
package org.innsyn.audit.breach.store;

import org.jspecify.annotations.NullMarked;
