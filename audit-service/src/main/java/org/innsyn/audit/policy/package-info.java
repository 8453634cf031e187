/** The access control table and the staff directory: who may do what to which data, and why, at any time. */
@NullMarked
package org.innsyn.audit.policy;

import org.jspecify.annotations.NullMarked;
