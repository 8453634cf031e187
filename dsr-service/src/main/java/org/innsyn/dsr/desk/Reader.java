package org.innsyn.dsr.desk;

import org.innsyn.dsr.request.Party;
import org.innsyn.platform.web.SignedIn;

/** Somebody who looks at requests, and how much they may see. */
record Reader(SignedIn signedIn) {

    static Reader current() {
        return new Reader(SignedIn.current());
    }

    Party party() {
        return new Party(signedIn.id());
    }

    boolean isStaff() {
        return signedIn.has("case-handler") || signedIn.has("controller") || signedIn.has("dpo");
    }

    /** The role a staff access is reported with. */
    String role() {
        return signedIn.has("controller") ? "controller" : signedIn.has("case-handler") ? "case-handler" : "dpo";
    }
}
