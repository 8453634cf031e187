package org.innsyn.dsr.held;

import org.innsyn.dsr.connector.Account;
import org.innsyn.platform.web.Problem;
import org.innsyn.platform.web.SignedIn;
import org.innsyn.schemas.request.HeldData;
import org.innsyn.schemas.request.HeldDataApi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** Answers a signed-in customer about their own account, and nobody else about anything. */
@RestController
class HeldDataController implements HeldDataApi {

    private final HeldSearch search;

    HeldDataController(HeldSearch search) {
        this.search = search;
    }

    @Override
    @PreAuthorize("hasRole('subject')")
    public HeldData mine() {
        var account = SignedIn.current().account().map(Account::new).orElseThrow(() -> new Problem(
                422, "invalid", "No account", "The access token names no account, so nobody could tell whose data is meant."));
        return search.about(account);
    }
}
