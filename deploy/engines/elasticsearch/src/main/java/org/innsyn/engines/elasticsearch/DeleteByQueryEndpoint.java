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
 * {@code POST /{index}/_delete_by_query} in the wire format of the real one: a query, {@code routing},
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
        DeleteByQuery deletion = new DeleteByQuery(
                Strings.splitStringByCommaToArray(request.param("index")),
                query(request),
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

    private static QueryBuilder query(RestRequest request) throws IOException {
        QueryBuilder query = null;
        try (XContentParser body = request.contentParser()) {
            body.nextToken();
            while (body.nextToken() == XContentParser.Token.FIELD_NAME) {
                String field = body.currentName();
                if (!field.equals("query")) {
                    throw new IllegalArgumentException("this node deletes by [query] only and does not know [" + field + "]");
                }
                body.nextToken();
                query = AbstractQueryBuilder.parseTopLevelQuery(body);
            }
        }
        if (query == null) {
            throw new IllegalArgumentException("[query] is missing");
        }
        return query;
    }
}
