/** What is held about a customer, where, for how long and on what ground, with the way to each right beside it. */
@NullMarked
package org.innsyn.ui.mydata;

import org.jspecify.annotations.NullMarked;
