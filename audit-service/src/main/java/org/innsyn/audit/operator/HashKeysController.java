package org.innsyn.audit.operator;

import java.util.List;
import org.innsyn.audit.hashing.HashRotation;
import org.innsyn.schemas.operator.HashKeyStatus;
import org.innsyn.schemas.operator.HashKeysApi;
import org.springframework.web.bind.annotation.RestController;

/** The keys of hashes, for the operator. */
@RestController
class HashKeysController implements HashKeysApi {

    private final List<HashRotation> rotations;
    private final HashRotation repeats;

    HashKeysController(List<HashRotation> rotations, HashRotation reportRotation) {
        this.rotations = rotations;
        this.repeats = reportRotation;
    }

    @Override
    public List<HashKeyStatus> status() {
        return rotations.stream().map(each -> new HashKeyStatus(each.name(), each.current(),
                each.left().stream().map(left -> new HashKeyStatus.Retired(left.number(), left.rows())).toList())).toList();
    }

    @Override
    public List<HashKeyStatus> rotate() {
        rotations.stream().filter(each -> each != repeats).forEach(HashRotation::rotate);
        return status();
    }

    @Override
    public List<HashKeyStatus> rotateRepeats() {
        repeats.rotate();
        return status();
    }
}
