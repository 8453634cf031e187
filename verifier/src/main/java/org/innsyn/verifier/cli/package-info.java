/** The command: what it is asked, what it answers in words or JSON, and its exit codes. */
package org.innsyn.verifier.cli;
