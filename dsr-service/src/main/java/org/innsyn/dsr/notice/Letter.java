package org.innsyn.dsr.notice;

/**
 * What is written, in plain text.
 *
 * @param subject one line
 * @param text lines end in LF
 */
public record Letter(String subject, String text) {

    @Override
    public String toString() {
        return "Letter[]";
    }
}
