/** One command that brings the whole house up on one machine: real engines, the services, a demo company. */
@NullMarked
package org.innsyn.local;

import org.jspecify.annotations.NullMarked;
