/** Relational databases as connectors, driven by dataset descriptions instead of code. */
@NullMarked
package org.innsyn.dsr.connector.sql;

import org.jspecify.annotations.NullMarked;
