/** Checks what Innsyn proves, from the published formats alone: it shares no code with what writes them and needs nothing but a JDK. */
package org.innsyn.verifier;
