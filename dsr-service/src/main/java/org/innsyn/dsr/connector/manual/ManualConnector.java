package org.innsyn.dsr.connector.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.AskedSystem;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.manual.ManualWork.Answer;
import org.innsyn.dsr.connector.manual.ManualWork.Order;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;

/**
 * A system in which a person does it. Nothing is counted before it is decided, and nothing is read back afterwards: the result is what that person said,
 * and says so.
 */
public final class ManualConnector extends AskedSystem {

    /** Whoever is done wakes the task; this is for what gets lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final Title instructions;
    private final int days;
    private final ManualWork work;

    /** @param days within how many days a person has to have done it */
    public ManualConnector(SystemProfile profile, Title instructions, int days, ManualWork work) {
        super(profile);
        this.instructions = instructions;
        this.days = days;
        this.work = work;
    }

    /** No reading back: nobody but the person has looked. */
    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.COLLECT, Ability.ERASE);
    }

    @Override
    public void prepare(RequestId request, Account account) {
        answer(request, Work.COLLECT);
    }

    @Override
    public Snapshot open(RequestId request, Account account) {
        return new Collected(title(), answer(request, Work.COLLECT));
    }

    @Override
    protected ItemResult erased(Decision decision, RequestId request) {
        var answer = answer(request, Work.ERASE);
        return new ItemResult.CarriedOut(decision.item(), answer.nothingThere() ? Map.of("erased", 0L) : answer.affected(), null, null);
    }

    private Answer answer(RequestId request, Work what) {
        return work.ask(new Order(request, system(), what, instructions, days)).orElseThrow(() -> new AnswerAwaited(LOOK_AGAIN));
    }

    /** What was uploaded, and what was said about it. */
    private record Collected(Title system, Answer answer) implements Snapshot {

        @Override
        public Title title(ItemKey item) {
            return system;
        }

        @Override
        public Content content(ItemKey item) {
            return (Content.Files) this::write;
        }

        private long write(FileSink sink) throws IOException {
            var said = answer.statement().getBytes(StandardCharsets.UTF_8);
            sink.show(new FileSink.Shown("statement.txt", 1, List.of(sink.add(List.of("statement.txt"), out -> out.write(said)))));
            for (var file : answer.files()) {
                sink.show(new FileSink.Shown(file.name(), 1, List.of(sink.add(List.of("files", file.name()), file::copyTo))));
            }
            return answer.files().size();
        }

        @Override
        public void close() {
            // Each file is opened by itself.
        }
    }
}
