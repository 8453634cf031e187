/** How a company's systems are reached: encrypted beyond this machine, never longer or more than was asked for, and nowhere else. */
@NullMarked
package org.innsyn.dsr.connector.link;

import org.jspecify.annotations.NullMarked;
