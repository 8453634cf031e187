/** How the company tells Innsyn: nothing made is lost, nothing is told twice under another id. */
@NullMarked
package org.innsyn.demo.report;

import org.jspecify.annotations.NullMarked;
