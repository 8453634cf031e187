/** The record of personal data breaches, as the data protection officer and the controller keep it. */
@NullMarked
package org.innsyn.ui.breach;

import org.jspecify.annotations.NullMarked;
