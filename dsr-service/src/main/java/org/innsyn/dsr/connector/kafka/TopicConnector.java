package org.innsyn.dsr.connector.kafka;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innsyn.dsr.connector.Ability;
import org.innsyn.dsr.connector.Account;
import org.innsyn.dsr.connector.AnswerAwaited;
import org.innsyn.dsr.connector.AskedSystem;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.Correction;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.Snapshot;
import org.innsyn.dsr.connector.SystemProfile;
import org.innsyn.dsr.connector.SystemUnavailable;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.connector.kafka.TopicTasks.Told;
import org.innsyn.dsr.connector.manual.ManualWork.Upload;
import org.innsyn.dsr.request.Decision;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.dsr.request.ItemResult;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.schemas.manual.ManualTaskView.Work;

/** A system that takes its tasks from the topic. What it holds is not counted beforehand: a topic is no conversation. */
public final class TopicConnector extends AskedSystem {

    private final TopicTasks tasks;
    private final Duration pause;
    private final List<String> rectifiable;
    private final Clock clock;

    /**
     * @param pause how soon an unanswered task is asked again
     * @param rectifiable names of the fields the system corrects when it is asked to
     */
    public TopicConnector(SystemProfile profile, TopicTasks tasks, Duration pause, List<String> rectifiable, Clock clock) {
        super(profile);
        this.tasks = tasks;
        this.pause = pause;
        this.rectifiable = List.copyOf(rectifiable);
        this.clock = clock;
    }

    @Override
    public Set<Ability> abilities() {
        return rectifiable.isEmpty()
                ? Set.of(Ability.COLLECT, Ability.ERASE, Ability.READ_BACK)
                : Set.of(Ability.COLLECT, Ability.ERASE, Ability.RECTIFY, Ability.READ_BACK);
    }

    @Override
    public void prepare(RequestId request, Account account) {
        collected(request);
    }

    @Override
    public Snapshot open(RequestId request, Account account) {
        return new HandedOver(title(), collected(request));
    }

    private List<Upload> collected(RequestId request) {
        return switch (told(request, Work.COLLECT)) {
            case Told.Done done -> done.files();
            case Told.Failed failed -> throw new SystemUnavailable("The system " + system() + " could not hand over what it holds: " + failed.problem());
        };
    }

    @Override
    protected ItemResult erased(Decision decision, RequestId request) {
        return switch (told(request, Work.ERASE)) {
            case Told.Done done -> new ItemResult.CarriedOut(decision.item(), done.affected(), null, clock.instant());
            case Told.Failed failed -> new ItemResult.Failed(decision.item(), failed.problem());
        };
    }

    @Override
    public Map<ItemKey, List<String>> rectifiable() {
        return rectifiable.isEmpty() ? Map.of() : Map.of(new ItemKey(system()), rectifiable);
    }

    /** What has to be said the system asks for when it asks whom the task is about: no topic holds personal data. */
    @Override
    public List<ItemResult> rectify(RequestId request, Account account, List<Correction> corrections) {
        var item = new ItemKey(system());
        return List.of(switch (told(request, Work.RECTIFY)) {
            case Told.Done _ -> new ItemResult.CarriedOut(item, Map.of("corrected", (long) corrections.size()), null, clock.instant());
            case Told.Failed failed -> new ItemResult.Failed(item, failed.problem());
        });
    }

    private Told told(RequestId request, Work work) {
        return tasks.ask(request, system(), work).orElseThrow(() -> new AnswerAwaited(pause));
    }

    private record HandedOver(Title system, List<Upload> files) implements Snapshot {

        @Override
        public Title title(ItemKey item) {
            return system;
        }

        @Override
        public Content content(ItemKey item) {
            return (Content.Files) this::write;
        }

        private long write(FileSink sink) throws IOException {
            for (var file : files) {
                sink.show(new FileSink.Shown(file.name(), 1, List.of(sink.add(List.of(file.name()), file::copyTo))));
            }
            return files.size();
        }

        @Override
        public void close() {
            // Each file is opened by itself.
        }
    }
}
