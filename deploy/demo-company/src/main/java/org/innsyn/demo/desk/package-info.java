/** The people and programs of the company and the work they do on customers' data. */
@NullMarked
package org.innsyn.demo.desk;

import org.jspecify.annotations.NullMarked;
