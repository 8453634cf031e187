package org.innsyn.dsr.operator;

import java.util.List;
import org.innsyn.dsr.copykey.CopyKeys;
import org.innsyn.schemas.operator.CopyKeyStatus;
import org.innsyn.schemas.operator.CopyKeysApi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;

/** The keys that sign copies, for the operator. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_operator')")
class CopyKeysController implements CopyKeysApi {

    private final CopyKeys keys;

    CopyKeysController(CopyKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<CopyKeyStatus> all() {
        return told(keys.all());
    }

    @Override
    public List<CopyKeyStatus> rotate() {
        return told(keys.rotate());
    }

    private static List<CopyKeyStatus> told(List<CopyKeys.Standing> keys) {
        return keys.stream().map(key -> new CopyKeyStatus(key.number(), key.verifierKey(), key.openedAt(), key.retiredAt())).toList();
    }
}
