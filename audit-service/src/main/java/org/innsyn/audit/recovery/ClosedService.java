package org.innsyn.audit.recovery;

import jakarta.servlet.http.HttpServlet;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands at the service's address instead of it: an answer to everything, and nothing that could read, record or sign. No
 * {@code @Configuration}, or the service would find it in its scan.
 */
@ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
public class ClosedService {

    /** Takes the service's settings, for its address. */
    public static ConfigurableApplicationContext start(Refusal refusal, String... args) {
        var application = new SpringApplication(ClosedService.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("refusal", refusal));
        return application.run(args);
    }

    /** Without a servlet the server answers 404 before any filter is asked. */
    @Bean
    ServletRegistrationBean<HttpServlet> nothing() {
        return new ServletRegistrationBean<>(new HttpServlet() {}, "/*");
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalAlone(Refusal refusal) {
        return new FilterRegistrationBean<>(new RefusalFilter(() -> Optional.of(refusal), JsonMapper.builder().build()));
    }
}
