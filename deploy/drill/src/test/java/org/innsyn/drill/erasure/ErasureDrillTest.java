package org.innsyn.drill.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.innsyn.drill.DrillPlace;
import org.junit.jupiter.api.Test;

class ErasureDrillTest {

    @Test
    void nothing_of_a_shredded_person_is_left_in_any_file() throws Exception {
        var result = ErasureDrill.run(DrillPlace.open(), new SplittableRandom());

        assertThat(result.well()).as(result.words()).isTrue();
    }
}
