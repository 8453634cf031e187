/** How people meet requests: the customer who asks, the case-handler who prepares, the controller who decides, the DPO who looks on. */
@NullMarked
package org.innsyn.dsr.desk;

import org.jspecify.annotations.NullMarked;
