/** What whoever runs the service may do; none of it shows personal data. */
@NullMarked
package org.innsyn.dsr.operator;

import org.jspecify.annotations.NullMarked;
