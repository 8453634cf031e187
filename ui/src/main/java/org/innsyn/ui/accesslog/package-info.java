/** Everybody's access log, searched by the data protection officer. */
@NullMarked
package org.innsyn.ui.accesslog;

import org.jspecify.annotations.NullMarked;
