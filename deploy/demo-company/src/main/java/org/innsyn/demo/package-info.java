/** The demo company: an e-mail provider whose support desk does its work and reports every access to personal data. */
@NullMarked
package org.innsyn.demo;

import org.jspecify.annotations.NullMarked;
