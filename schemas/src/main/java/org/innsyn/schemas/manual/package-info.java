/** What a person does in a system without a connector: found, handed out or removed by hand, and stated. */
@NullMarked
package org.innsyn.schemas.manual;

import org.jspecify.annotations.NullMarked;
