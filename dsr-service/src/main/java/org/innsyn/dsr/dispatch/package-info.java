/** Sends commands to requests, one at a time for each request, whichever thread or instance they come from. */
@NullMarked
package org.innsyn.dsr.dispatch;

import org.jspecify.annotations.NullMarked;
