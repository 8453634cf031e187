package org.innsyn.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RoundsTest {

    private final List<String> turns = new ArrayList<>();
    private final Rounds rounds = new Rounds(3, new Progress(new PrintStream(OutputStream.nullOutputStream())));

    @Test
    void contenders_take_turns_and_are_checked_after_each() throws Exception {
        rounds.run(List.of(contender("a", 1), contender("b", 2)));

        assertThat(turns).containsExactly("a0", "a0 checked", "b0", "b0 checked", "a1", "a1 checked", "b1", "b1 checked", "a2", "a2 checked", "b2", "b2 checked");
    }

    @Test
    void wrong_contents_end_the_run() {
        var wrong = new Contender() {
            @Override
            public String name() {
                return "wrong";
            }

            @Override
            public Map<String, Double> run(int round) {
                return Map.of("events/s", 1.0);
            }

            @Override
            public void check(int round) {
                ContentsDiffer.unlessEqual(name(), "the number of entries", 10L, 9L);
            }
        };
        assertThatThrownBy(() -> rounds.run(List.of(wrong))).isInstanceOf(ContentsDiffer.class).hasMessageContaining("is 9 and should be 10");
    }

    @Test
    void a_ratio_is_the_median_of_its_rounds() {
        var ratio = new Ratio("a/b", new Series(List.of(1.0, 30.0, 2.0)).over(new Series(List.of(10.0, 10.0, 10.0))), Ratio.Bar.atLeast(0.25));

        assertThat(ratio.value()).isEqualTo(0.2);
        assertThat(ratio.reached()).isFalse();
        assertThat(new Ratio("a/b", ratio.rounds(), Ratio.Bar.atMost(0.2)).reached()).isTrue();
    }

    @Test
    void the_best_of_several_is_chosen_round_by_round() throws Exception {
        var results = rounds.run(List.of(contender("a", 1, 5, 1), contender("b", 2, 2, 2)));

        assertThat(results.best("events/s", List.of("a", "b")).values()).containsExactly(2.0, 5.0, 2.0);
    }

    @Test
    void the_json_names_every_ratio_with_its_bar() {
        var report = new Report();
        report.ratio(new Ratio("ledger.http/copy", new Series(List.of(0.3, 0.2, 0.4)), Ratio.Bar.atLeast(0.25)));

        var ratio = JsonMapper.shared().readTree(report.json()).get("ratios").get("ledger.http/copy");

        assertThat(ratio.get("value").asDouble()).isEqualTo(0.3);
        assertThat(ratio.get("bar").asDouble()).isEqualTo(0.25);
        assertThat(ratio.get("reached").asBoolean()).isTrue();
        assertThat(report.markdown()).contains("| ledger.http/copy | 0.30 | 0.20 to 0.40 | ≥ 0.25 | yes |");
    }

    private Contender contender(String name, double... values) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<String, Double> run(int round) {
                turns.add(name + round);
                return Map.of("events/s", values[round % values.length]);
            }

            @Override
            public void check(int round) {
                turns.add(name + round + " checked");
            }
        };
    }
}
