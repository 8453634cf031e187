/** The company's database and the customers in it. */
@NullMarked
package org.innsyn.demo.company;

import org.jspecify.annotations.NullMarked;
