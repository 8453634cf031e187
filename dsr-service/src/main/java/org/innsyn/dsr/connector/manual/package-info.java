/** A system without a connector: a person looks, hands out or removes, and states what they did. */
@NullMarked
package org.innsyn.dsr.connector.manual;

import org.jspecify.annotations.NullMarked;
