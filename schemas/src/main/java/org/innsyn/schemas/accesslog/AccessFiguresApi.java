package org.innsyn.schemas.accesslog;

import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Figures of the access log. They show nobody's rows; that staff looked at them is recorded once a session in the staff log, and when it
 * cannot be recorded, nothing is returned (problem {@code reading-not-recorded}, 503). A period that is too long or turned round: 422.
 */
@HttpExchange("/api/v1/access-figures")
public interface AccessFiguresApi {

    int MAX_READERS = 10;

    /** How many accesses to the signed-in customer's data there were, day by day. Role: subject. */
    @PostExchange("/mine")
    AccessFigures mine(@RequestBody FiguresQuery query);

    /** How many accesses to anybody's data there were, day by day. Role: dpo. */
    @PostExchange("/all")
    AccessFigures all(@RequestBody FiguresQuery query);

    /** Staff with the most entries in a period, most first, at most {@value #MAX_READERS}; {@link FiguresQuery#by()} does not matter. Role: dpo. */
    @PostExchange("/readers")
    List<Reader> readers(@RequestBody FiguresQuery period);
}
