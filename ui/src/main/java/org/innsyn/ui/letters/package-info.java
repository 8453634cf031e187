/** What was written about a request, to the person and to recipients, and what became of each letter. */
@NullMarked
package org.innsyn.ui.letters;

import org.jspecify.annotations.NullMarked;
