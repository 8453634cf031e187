/** The first page of a customer, answering in one sentence. */
@NullMarked
package org.innsyn.ui.start;

import org.jspecify.annotations.NullMarked;
