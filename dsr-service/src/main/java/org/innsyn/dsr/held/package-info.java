/** What is held about somebody, counted while they read it. */
@NullMarked
package org.innsyn.dsr.held;

import org.jspecify.annotations.NullMarked;
