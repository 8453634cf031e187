package org.innsyn.dsr.operator;

import org.innsyn.dsr.vault.AccountKeyRotation;
import org.innsyn.schemas.operator.AccountKeysApi;
import org.innsyn.schemas.operator.HashKeyStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** The keys accounts are hashed with, for the operator. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_operator')")
class AccountKeysController implements AccountKeysApi {

    private final AccountKeyRotation rotation;

    AccountKeysController(AccountKeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public HashKeyStatus status() {
        return rotation.status();
    }

    @Override
    public HashKeyStatus rotate() {
        rotation.rotate();
        return status();
    }
}
