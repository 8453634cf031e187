/** What answering a person takes: writing the copy of a long access log, and reading a mailbox. */
@NullMarked
package org.innsyn.bench.answer;

import org.jspecify.annotations.NullMarked;
