/** Whether a person is told which member of staff looked: asked, advised on, decided, one entry at a time (CJEU C-579/21). */
@NullMarked
package org.innsyn.audit.disclosure;

import org.jspecify.annotations.NullMarked;
