/** What a company's system can do for a person's rights: say what it holds, hand it out, erase it, and show that it is gone. */
@NullMarked
package org.innsyn.dsr.connector;

import org.jspecify.annotations.NullMarked;
