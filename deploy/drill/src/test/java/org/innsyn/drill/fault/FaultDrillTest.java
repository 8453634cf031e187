package org.innsyn.drill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.innsyn.drill.DrillPlace;
import org.innsyn.drill.MissingOnMachine;
import org.junit.jupiter.api.Test;

class FaultDrillTest {

    @Test
    void a_failing_disk_leaves_nothing_inconsistent() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/strace")), "strace is not on this machine");
        try {
            var result = FaultDrill.run(DrillPlace.open(), 1);

            assertThat(result.well()).as(result.words()).isTrue();
        } catch (MissingOnMachine mayNotAttach) {
            assumeTrue(false, mayNotAttach.getMessage());
        }
    }
}
