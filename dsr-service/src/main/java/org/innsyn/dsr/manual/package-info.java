/** What people do by hand in systems without a connector, kept until they say that it is done. */
@NullMarked
package org.innsyn.dsr.manual;

import org.jspecify.annotations.NullMarked;
