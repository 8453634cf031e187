/** Which typed identifiers belong to one account, as the company itself has verified them. */
@NullMarked
package org.innsyn.schemas.identity;

import org.jspecify.annotations.NullMarked;
