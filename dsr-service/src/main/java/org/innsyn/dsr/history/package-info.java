/** What became of a request, told from its events: the one truth that pages, tasks and lists read. */
@NullMarked
package org.innsyn.dsr.history;

import org.jspecify.annotations.NullMarked;
