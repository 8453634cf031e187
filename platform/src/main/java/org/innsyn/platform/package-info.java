/** What both services stand on, and nothing that knows what they are for. */
@NullMarked
package org.innsyn.platform;

import org.jspecify.annotations.NullMarked;
