package org.innsyn.dsr.operator;

import org.innsyn.platform.vault.Epochs;
import org.innsyn.schemas.operator.KeyStatus;
import org.innsyn.schemas.operator.KeysApi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** This service's keys, for the operator. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_operator')")
class KeysController implements KeysApi {

    private final Epochs epochs;

    KeysController(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public KeyStatus status() {
        var census = epochs.census();
        return new KeyStatus(census.store(), census.epoch().orElse(null), census.openedAt().orElse(null), census.closing(), census.live(),
                census.destroyed(), census.beyondRecoveryBefore().orElse(null));
    }

    @Override
    public KeyStatus rotate() {
        epochs.rotate();
        return status();
    }
}
