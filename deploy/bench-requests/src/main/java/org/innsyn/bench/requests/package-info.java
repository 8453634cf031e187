/** Programs that do one thing of the dsr-service and say how long it took, in one line of JSON. */
@NullMarked
package org.innsyn.bench.requests;

import org.jspecify.annotations.NullMarked;
