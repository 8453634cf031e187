/** Publishes tables and directories, and keeps the newest at hand for judging. */
@NullMarked
package org.innsyn.audit.policy.store;

import org.jspecify.annotations.NullMarked;
