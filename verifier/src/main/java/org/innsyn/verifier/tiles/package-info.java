/** A whole log as C2SP {@code tlog-tiles} lays it out, read from a folder or a web server and built anew from its entries. */
package org.innsyn.verifier.tiles;
