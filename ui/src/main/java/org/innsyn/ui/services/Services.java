package org.innsyn.ui.services;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.innsyn.schemas.accesslog.AccessFiguresApi;
import org.innsyn.schemas.accesslog.AccessLogApi;
import org.innsyn.schemas.hold.HoldsApi;
import org.innsyn.schemas.manual.ManualTasksApi;
import org.innsyn.schemas.accesslog.SavedSearchesApi;
import org.innsyn.schemas.oversight.BreachesApi;
import org.innsyn.schemas.oversight.FindingsApi;
import org.innsyn.schemas.oversight.NamesApi;
import org.innsyn.schemas.report.ReportsApi;
import org.innsyn.schemas.request.CopiesApi;
import org.innsyn.schemas.request.CorrectionsApi;
import org.innsyn.schemas.request.HeldDataApi;
import org.innsyn.schemas.request.IdentityCodesApi;
import org.innsyn.schemas.request.LiftingsApi;
import org.innsyn.schemas.request.ReceiptsApi;
import org.innsyn.schemas.request.RequestDeskApi;
import org.innsyn.schemas.request.RequestsApi;
import org.innsyn.schemas.request.TransfersApi;
import org.innsyn.schemas.request.WithholdingApi;
import org.innsyn.ui.signin.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** The services as the pages call them: the published interfaces over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Services.Addresses.class)
class Services {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** Long enough for the slowest search, short enough that nobody stares at a page that will not come. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

    /** As long as a page waits at most before it asks again. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Map<Addresses.Service, Silence> silences = new ConcurrentHashMap<>();

    /**
     * Where the services are.
     *
     * @param audit the access log
     * @param dsr requests
     */
    @ConfigurationProperties("innsyn")
    record Addresses(Service audit, Service dsr) {
        record Service(String url) {}
    }

    @Bean
    AccessLogApi accessLog(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(AccessLogApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    AccessFiguresApi figures(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(AccessFiguresApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    FindingsApi findings(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(FindingsApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    BreachesApi breaches(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(BreachesApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    NamesApi names(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(NamesApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    RequestsApi requests(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(RequestsApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    RequestDeskApi requestDesk(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(RequestDeskApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    HoldsApi holds(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(HoldsApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    ManualTasksApi manualTasks(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(ManualTasksApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    WithholdingApi withholding(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(WithholdingApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    HeldDataApi heldData(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(HeldDataApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    Downloads downloads(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return new Downloads(client(addresses.dsr(), builder, tokens, json), "/api/v1/requests/{id}/download");
    }

    @Bean
    ReportsApi reports(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(ReportsApi.class, client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    ReportDownloads reportDownloads(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return new ReportDownloads(client(addresses.audit(), builder, tokens, json));
    }

    @Bean
    CopiesApi copies(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(CopiesApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    CorrectionsApi corrections(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(CorrectionsApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    LiftingsApi liftings(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(LiftingsApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    ReceiptsApi receipts(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(ReceiptsApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    TransfersApi transfers(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(TransfersApi.class, client(addresses.dsr(), builder, tokens, json));
    }

    @Bean
    SavedSearchesApi keptSearches(Addresses addresses, RestClient.Builder builder, AccessTokens tokens, JsonMapper json) {
        return proxy(SavedSearchesApi.class, client(addresses.audit(), builder, tokens, json));
    }

    /** For people who do not sign in. */
    @Bean
    LinkedCopies linkedCopies(Addresses addresses, RestClient.Builder builder, JsonMapper json) {
        return new LinkedCopies(client(addresses.dsr(), builder, null, json));
    }

    /** For people who do not sign in. */
    @Bean
    IdentityCodesApi identityCodes(Addresses addresses, RestClient.Builder builder, JsonMapper json) {
        return proxy(IdentityCodesApi.class, client(addresses.dsr(), builder, null, json));
    }

    /** @param tokens null for what is open to everybody */
    RestClient client(
            Addresses.Service service, RestClient.Builder builder, @Nullable AccessTokens tokens, JsonMapper json) {
        var http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(READ_TIMEOUT);
        return builder.clone()
                .baseUrl(service.url())
                .requestFactory(factory)
                .requestInterceptor(new SignedInCalls(tokens, new ProblemReader(json), silences.computeIfAbsent(service, any -> new Silence(READ_TIMEOUT, PAUSE, Clock.systemUTC()))))
                .build();
    }

    static <T> T proxy(Class<T> api, RestClient client) {
        return HttpServiceProxyFactory.builderFor(new BrokenAnswers(RestClientAdapter.create(client)))
                .build()
                .createClient(api);
    }
}
