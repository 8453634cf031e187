package org.innsyn.engines.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.Strings;
import org.elasticsearch.index.query.AbstractQueryBuilder;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.xcontent.XContentParser;

/**
 * {@code POST /{index}/_delete_by_query} in the wire format of the real one: a query, {@code max_docs}, {@code routing},
 * {@code conflicts}, {@code refresh} and {@code scroll_size}; always waits for completion, and says so when asked not to.
 */
final class DeleteByQueryEndpoint extends BaseRestHandler {

    @Override
    public String getName() {
        return "innsyn_delete_by_query";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(Method.POST, "/{index}/_delete_by_query"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) throws IOException {
        if (!request.paramAsBoolean("wait_for_completion", true)) {
            throw new IllegalArgumentException("this node deletes by query only with wait_for_completion=true");
        }
        Body body = body(request);
        DeleteByQuery deletion = new DeleteByQuery(
                Strings.splitStringByCommaToArray(request.param("index")),
                body.query(),
                body.most(),
                request.param("routing"),
                "proceed".equals(request.param("conflicts", "abort")),
                request.paramAsBoolean("refresh", false),
                request.paramAsInt("scroll_size", 1_000));
        return channel -> client.threadPool().generic().execute(() -> answer(channel, client, deletion));
    }

    private static void answer(RestChannel channel, NodeClient client, DeleteByQuery deletion) {
        try {
            DeleteByQuery.Result result = deletion.run(client);
            channel.sendResponse(new RestResponse(result.status(), result.toBody(channel.newBuilder())));
        } catch (Exception problem) {
            sendProblem(channel, problem);
        }
    }

    private static void sendProblem(RestChannel channel, Exception problem) {
        try {
            channel.sendResponse(new RestResponse(channel, problem));
        } catch (IOException unsendable) {
            throw new UncheckedIOException(unsendable);
        }
    }

    /** What is to be deleted, and how many at the most. */
    private record Body(QueryBuilder query, long most) {}

    private static Body body(RestRequest request) throws IOException {
        QueryBuilder query = null;
        long most = Long.MAX_VALUE;
        try (XContentParser body = request.contentParser()) {
            body.nextToken();
            while (body.nextToken() == XContentParser.Token.FIELD_NAME) {
                String field = body.currentName();
                body.nextToken();
                switch (field) {
                    case "query" -> query = AbstractQueryBuilder.parseTopLevelQuery(body);
                    case "max_docs" -> most = body.longValue();
                    default -> throw new IllegalArgumentException("this node knows [query] and [max_docs] and does not know [" + field + "]");
                }
            }
        }
        if (query == null || most < 1) {
            throw new IllegalArgumentException(query == null ? "[query] is missing" : "[max_docs] must be at least 1");
        }
        return new Body(query, most);
    }
}
