package org.innsyn.capture.spool;

import java.nio.file.Path;

/**
 * Something in the spool that is no record any more.
 *
 * @param segment the file it was in
 * @param offset where
 * @param bytes how many bytes; none where records were taken out without a trace
 * @param firstNumber the first number that is missing because of it
 * @param lastNumber the last one, as far as is known
 * @param keptIn where its bytes are kept, sealed as they were
 */
public record Damage(String segment, long offset, long bytes, long firstNumber, long lastNumber, Path keptIn) {}
