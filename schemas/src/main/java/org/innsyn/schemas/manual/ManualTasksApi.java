package org.innsyn.schemas.manual;

import java.util.List;
import java.util.UUID;
import org.innsyn.schemas.manual.ManualCommands.Complete;
import org.innsyn.schemas.manual.ManualCommands.Upload;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What people have to do in systems without a connector. Problems: {@code not-found} 404, {@code invalid} 422, {@code not-now} 409 for a task that is
 * done, {@code same-person} 403 for one's own data, {@code reading-not-recorded} 503.
 */
@HttpExchange("/api/v1/manual-tasks")
public interface ManualTasksApi {

    /**
     * Those due first. Roles: case-handler, controller, dpo.
     *
     * @param done also those that are done
     */
    @GetExchange
    List<ManualTaskView> manualTasks(@RequestParam(value = "done", defaultValue = "false") boolean done);

    /** One with whose data it is about; that it is read is recorded. Roles: case-handler, controller. */
    @GetExchange("/{id}")
    ManualTaskView manualTask(@PathVariable("id") UUID id);

    /** Role: case-handler. Only for what is to be collected. */
    @PostExchange("/{id}/files")
    ManualTaskView upload(@PathVariable("id") UUID id, @RequestBody Upload command);

    /** Role: case-handler. The request goes on at once. */
    @PostExchange("/{id}/completion")
    ManualTaskView complete(@PathVariable("id") UUID id, @RequestBody Complete command);
}
