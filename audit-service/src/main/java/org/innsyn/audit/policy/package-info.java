/** The access control table: which unit may do what to which data, and why. */
@NullMarked
package org.innsyn.audit.policy;

import org.jspecify.annotations.NullMarked;
