/** How bytes are spelt: base64, UTF-8 and JSON, each read in one strict way so that no two spellings pass for the same thing. */
package org.innsyn.verifier.encoding;
