/** What whoever runs the audit-service may ask of it; none of it shows personal data. */
@NullMarked
package org.innsyn.schemas.operator;

import org.jspecify.annotations.NullMarked;
