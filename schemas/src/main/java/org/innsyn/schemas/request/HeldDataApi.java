package org.innsyn.schemas.request;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the company's systems hold about somebody, counted while they read. */
@HttpExchange("/api/v1/held-data")
public interface HeldDataApi {

    /**
     * Role: subject. About the caller's own account only. A system that does not answer in time is named and does not keep the others from being shown.
     */
    @GetExchange("/mine")
    HeldData mine();
}
