package org.innsyn.dsr.ledger;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.policy.PolicyApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The audit-service's ledgers, over HTTP. Every call ends: connecting after 5 s, answering after 60 s. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    LedgersApi ledgers(HttpServiceProxyFactory auditService) {
        return auditService.createClient(LedgersApi.class);
    }

    /** What its access control table allows; nothing else of it is this service's to ask. */
    @Bean
    PolicyApi policy(HttpServiceProxyFactory auditService) {
        return auditService.createClient(PolicyApi.class);
    }

    @Bean
    HttpServiceProxyFactory auditService(
            @Value("${innsyn.audit.url}") URI audit,
            @Value("${innsyn.sign-in.token-uri}") URI tokenUri,
            @Value("${innsyn.client.id}") String clientId,
            @Value("${innsyn.client.secret}") String clientSecret,
            Clock clock) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
        requests.setReadTimeout(Duration.ofSeconds(60));
        var plain = RestClient.builder().requestFactory(requests).build();
        var token = new MachineToken(plain, tokenUri, clientId, clientSecret, clock);
        var authorised = plain.mutate()
                .baseUrl(audit)
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(token.value());
                    var response = execution.execute(request, body);
                    if (response.getStatusCode().value() == 401) {
                        token.forget();
                    }
                    return response;
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(authorised)).build();
    }
}
