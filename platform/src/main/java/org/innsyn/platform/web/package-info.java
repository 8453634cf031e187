/** Who is calling, what they may do, and how a refusal is told. */
@NullMarked
package org.innsyn.platform.web;

import org.jspecify.annotations.NullMarked;
