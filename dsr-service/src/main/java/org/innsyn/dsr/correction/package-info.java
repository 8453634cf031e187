/** What people say is right about them, field by field, until it is decided and carried out (GDPR Art. 16). */
@NullMarked
package org.innsyn.dsr.correction;

import org.jspecify.annotations.NullMarked;
