/** Whether a customer is told which member of staff looked: asked by them, advised on by the officer, decided by the controller. */
@NullMarked
package org.innsyn.ui.names;

import org.jspecify.annotations.NullMarked;
