package org.innsyn.demo.desk;

/** The company's systems that report. */
enum ReportingSystem {
    SUPPORT_DESK("urn:innsyn:demo:support-desk"),
    BILLING("urn:innsyn:demo:billing");

    private final String source;

    ReportingSystem(String source) {
        this.source = source;
    }

    /** The CloudEvents source its accesses are reported under. */
    String source() {
        return source;
    }
}
